using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Compiled.Benchmarks.Server;

/// <summary>Clients that send one request over and over, each on a connection of its own. They are as bare as can be, so that what is measured is the server.</summary>
internal sealed class HttpLoad(int port, byte[] request, int clients)
{
    private long _answers, _errors;
    private volatile bool _isOver;

    /// <summary>Sends for a while.</summary>
    public async Task<LoadFigures> RunAsync(TimeSpan time)
    {
        (_answers, _errors, _isOver) = (0, 0, false);
        (long from, TimeSpan used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        Task all = Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(SendAsync)));
        await Task.Delay(time);
        _isOver = true;
        await all;
        return new LoadFigures(_answers, _errors, Stopwatch.GetElapsedTime(from), Environment.CpuUsage.TotalTime - used);
    }

    /// <summary>A request with a body.</summary>
    public static byte[] Request(string path, string? operation, ReadOnlySpan<byte> body)
    {
        string target = operation is null ? "" : $"X-Amz-Target: AWSStepFunctions.{operation}\r\n";
        string head = string.Create(CultureInfo.InvariantCulture, $"POST {path} HTTP/1.1\r\nHost: localhost\r\n{target}Content-Type: application/x-amz-json-1.0\r\nContent-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private async Task SendAsync()
    {
        using Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        byte[] buffer = new byte[64 * 1024];
        while (!_isOver)
        {
            await socket.SendAsync(request, SocketFlags.None);
            bool isGood = await ReadAsync(socket, buffer);
            Interlocked.Increment(ref isGood ? ref _answers : ref _errors);
        }
    }

    private static async Task<bool> ReadAsync(Socket socket, byte[] buffer)
    {
        int read = 0, whole = int.MaxValue;
        while (read < whole)
        {
            int count = await socket.ReceiveAsync(buffer.AsMemory(read), SocketFlags.None);
            if (count == 0)
                throw new IOException("The server has closed the connection.");
            read += count;
            int head = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
            if (whole == int.MaxValue && head >= 0)
                whole = head + 4 + Length(buffer.AsSpan(0, head + 2));
        }

        return buffer.AsSpan(9, 3).SequenceEqual("200"u8);
    }

    private static int Length(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> name = "Content-Length: "u8;
        head = head[(head.IndexOf(name) + name.Length)..];
        return int.Parse(head[..head.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
