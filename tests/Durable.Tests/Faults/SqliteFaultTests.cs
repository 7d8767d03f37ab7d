using Compiled.Durable.Journal;
using Compiled.Sqlite;
using Compiled.Sqlite.Connections;
using Durable.Tests.Contract;
using Xunit.Abstractions;

namespace Durable.Tests.Faults;

/// <summary>
/// A failure, a crash and a loss of power at every call that changes a file: nothing that was acknowledged is lost, and nothing is there in part or
/// twice.
/// </summary>
public sealed class SqliteFaultTests(ITestOutputHelper output) : IDisposable
{
    private const int Full = 13, WriteError = 10 | 3 << 8, SyncError = 10 | 4 << 8;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Crash_AtEveryCall_LeavesWhatWasAcknowledged()
    {
        Scenario scenario = new(11, 14);

        int images = Cut(scenario, (files, folder, _) => files.CopyTo(folder), (image, acknowledged, call) =>
        {
            // The transaction in whose middle the process ended is there as a whole, or not at all.
            string text = Check(image, call);
            Assert.True(text == scenario.Texts[acknowledged] || text == scenario.Texts[acknowledged + 1], $"call {call}, {acknowledged} acknowledged:\n{text}");
        });

        output.WriteLine($"{images} images");
        Assert.InRange(images, 200, 5000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void PowerLoss_AtEveryCall_LeavesWhatWasAcknowledged(int seed)
    {
        Scenario scenario = new(12, 14);

        int images = Cut(scenario, (files, folder, call) => files.LosePower(folder, new Random(seed * 100_000 + call)), (image, acknowledged, call) =>
        {
            string text = Check(image, call);
            Assert.True(text == scenario.Texts[acknowledged] || text == scenario.Texts[acknowledged + 1], $"call {call}, {acknowledged} acknowledged:\n{text}");
        });

        output.WriteLine($"{images} images");
        Assert.InRange(images, 200, 5000);
    }

    [Theory]
    [InlineData(Full, 5)]
    [InlineData(WriteError, 1)]
    [InlineData(SyncError, 3)]
    public void Failure_AtEveryCall_IsTriedAgainUntilAllIsThere(int code, int length)
    {
        Scenario scenario = new(13, 5);
        int calls = int.MaxValue;
        for (int failing = 1; failing <= calls; failing++)
        {
            string path = Path.Combine(Folder(), "journal.db");
            using (FaultyFiles files = new(Path.GetDirectoryName(path)!))
            {
                files.OnCall = call => call >= failing && call < failing + length ? code : 0;
                scenario.Run(path);
                calls = files.Calls;
            }

            Assert.Null(FaultyFiles.Broken);
            string text = Check(path, failing);
            Assert.True(text == scenario.Texts[^1], $"call {failing}: {text}");
        }

        output.WriteLine($"{calls} calls");
        Assert.InRange(calls, 100, 5000);
    }

    // Runs the scenario once and takes an image before every call; then looks at each.
    private int Cut(Scenario scenario, Action<FaultyFiles, string, int> take, Action<string, int, int> check)
    {
        string path = Path.Combine(Folder(), "journal.db");
        List<(string Image, int Acknowledged)> images = [];
        using (FaultyFiles files = new(Path.GetDirectoryName(path)!))
        {
            files.OnCall = call =>
            {
                string image = Folder();
                take(files, image, call);
                images.Add((Path.Combine(image, "journal.db"), scenario.Acknowledged));
                return 0;
            };
            scenario.Run(path);
        }

        Assert.Null(FaultyFiles.Broken);
        for (int i = 0; i < images.Count; i++)
            check(images[i].Image, images[i].Acknowledged, i + 1);
        return images.Count;
    }

    // Opens what is left, as the next process would, and goes on with it.
    private static string Check(string path, int call)
    {
        string text;
        // Through the layer too, which waits for no disk.
        using FaultyFiles files = new(Path.GetDirectoryName(path)!);
        SqliteOptions options = new() { FileSystem = FileShim.Name };
        using (SqliteJournal journal = SqliteJournal.Open(path, options))
        {
            text = StoreText.Of(journal);
            long next = journal.LastExecution() + 1;
            Assert.Equal([Appended.Committed, Appended.Committed], journal.Write(Samples.Start(next, $"after {call}"), Samples.Step(next, 3)));
        }

        using Connection connection = new(path, isReadOnly: true, options, 1000);
        Assert.Equal(["ok"], connection["PRAGMA quick_check"].ReadAll(static row => row.Text(0)));
        return text;
    }

    private string Folder() => Directory.CreateDirectory(_folder.File(Guid.NewGuid().ToString("N"))).FullName;
}
