using System.Net;
using System.Net.Sockets;
using Compiled.Outside.HttpTasks;

namespace Compiled.Outside.Tests.HttpTasks;

/// <summary>Against real sockets on loopback: what a definition names is reached only when it may be.</summary>
public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.100.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    public void Address_IsPublic_WhenTheInternetReachesIt(string address, bool isPublic) => Assert.Equal(isPublic, AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    public async Task Loopback_Unless_Allowed_IsRefused(string host)
    {
        using TcpListener listener = Listen();

        ExecutionResult result = await GetAsync($"http://{host}:{Port(listener)}/", new HttpTaskConfiguration { AllowPlainHttp = true, AllowMissingConnections = true });

        Assert.Equal("States.Permissions", result.Error);
        Assert.EndsWith("which is not public; allow it with 'allowPrivateAddresses' or 'allowedHosts'.", result.Cause);
        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "LOCALHOST")]
    public async Task Loopback_Allowed_IsReached(bool all, string? host)
    {
        using TcpListener listener = Listen();
        Task answering = AnswerAsync(listener, "HTTP/1.1 200 Fine\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi");

        ExecutionResult result = await GetAsync(
            $"http://localhost:{Port(listener)}/",
            new HttpTaskConfiguration { AllowPlainHttp = true, AllowMissingConnections = true, AllowPrivateAddresses = all, AllowedHosts = host is null ? [] : [host] });
        await answering;

        Assert.Equal(
            """SUCCEEDED {"Headers":{"content-type":["text/plain"],"content-length":["2"]},"ResponseBody":"hi","StatusCode":200,"StatusText":"Fine"}""", result.Text());
    }

    [Fact]
    public async Task Connection_ThatBreaks_IsASocketError()
    {
        using TcpListener listener = Listen();
        Task answering = AnswerAsync(listener, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");

        ExecutionResult result = await GetAsync($"http://127.0.0.1:{Port(listener)}/", Everywhere);
        await answering;

        Assert.Equal($"FAILED States.Http.Socket: 127.0.0.1:{Port(listener)} failed to respond", result.Text());
    }

    [Fact]
    public async Task Connection_ThatIsRefused_IsASocketError()
    {
        TcpListener listener = Listen();
        int port = Port(listener);
        listener.Stop();

        Assert.Equal($"FAILED States.Http.Socket: Connect to 127.0.0.1:{port} failed: Connection refused", (await GetAsync($"http://127.0.0.1:{port}/", Everywhere)).Text());
    }

    private static HttpTaskConfiguration Everywhere => new() { AllowPlainHttp = true, AllowMissingConnections = true, AllowPrivateAddresses = true };

    private static async Task<ExecutionResult> GetAsync(string url, HttpTaskConfiguration configuration)
    {
        using OutsideTasks tasks = OutsideTasks.Create(new OutsideConfiguration { Http = configuration });
        return await Machines.RunAsync("arn:aws:states:::http:invoke", $$"""{"ApiEndpoint": "{{url}}", "Method": "GET"}""", tasks);
    }

    private static TcpListener Listen()
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static async Task AnswerAsync(TcpListener listener, string answer)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        using NetworkStream stream = client.GetStream();
        byte[] buffer = new byte[4096];
        int read = 0;
        while (!System.Text.Encoding.ASCII.GetString(buffer, 0, read).Contains("\r\n\r\n", StringComparison.Ordinal))
            read += await stream.ReadAsync(buffer.AsMemory(read));
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer));
    }
}
