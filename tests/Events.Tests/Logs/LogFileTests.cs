using System.Text;
using Compiled.Events.Logs;
using Compiled.Observation.Logs;

namespace Compiled.Events.Tests.Logs;

public sealed class LogFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("log").FullName;

    private string Path => System.IO.Path.Combine(_folder, "logs", "run.log");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Lines_Written_StandInTheFileAtOnce()
    {
        using LogFile log = new(Path);
        Write(log, "one");
        Write(log, "two");

        Assert.Equal("one\ntwo\n", Read(Path));
    }

    [Fact]
    public void File_OpenedAgain_GoesOnBelowHalfALine()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, "one\nha");
        using LogFile log = new(Path);
        Write(log, "two");

        Assert.Equal("one\nha\ntwo\n", Read(Path));
    }

    [Fact]
    public void File_ThatIsFull_MakesRoom()
    {
        using LogFile log = new(Path, mostBytes: 1024, mostFiles: 3);
        for (int i = 0; i < 10; i++)
            Write(log, $"{i}{new string('x', 400)}");

        Assert.Equal(["run.log", "run.log.1", "run.log.2"], Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["89", "67", "45"], new[] { Path, Path + ".1", Path + ".2" }.Select(file => string.Concat(Read(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[0]))));
    }

    [Fact]
    public void Line_LongerThanAFile_GetsOneOfItsOwn()
    {
        using LogFile log = new(Path, mostBytes: 1024, mostFiles: 3);
        Write(log, "short");
        Write(log, new string('x', 5000));
        Write(log, "after");

        Assert.Equal(["after\n", new string('x', 5000) + "\n", "short\n"], new[] { Path, Path + ".1", Path + ".2" }.Select(Read));
    }

    [Fact]
    public async Task Lines_OfManyThreads_AreWhole()
    {
        using (LogFile log = new(Path, mostBytes: 16 * 1024, mostFiles: 1000))
            await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() => Enumerable.Range(0, 500).ToList().ForEach(i => Write(log, $"{thread}:{i}:{new string('x', i % 97)}:end")))));

        string[] lines = [.. Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!).SelectMany(File.ReadAllLines)];
        Assert.Equal(2000, lines.Length);
        Assert.All(lines, line => Assert.EndsWith(":end", line));
        Assert.Equal(2000, lines.Distinct().Count());
    }

    [Fact]
    public void Stream_Lines_AreWritten()
    {
        using MemoryStream stream = new();
        Write(new LogStream(stream), "one");

        Assert.Equal("one\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void Write(ILogSink log, string line) => log.Write(Encoding.UTF8.GetBytes(line + "\n"));

    private static string Read(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using StreamReader reader = new(file);
        return reader.ReadToEnd();
    }
}
