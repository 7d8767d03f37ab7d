using Compiled.TestState.Mocking;

namespace TestState.Tests.Mocking;

/// <summary>A folder with a mock file, gone with the test.</summary>
internal sealed class MockFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("compiled-mocks-").FullName;
    private int _writes;

    public MockFolder(string text) => Write(text);

    public string Path => System.IO.Path.Combine(_folder, MockFile.DefaultName);

    /// <summary>Writes the file with a time of its own, whatever the file system's clock tells apart.</summary>
    public void Write(string text)
    {
        File.WriteAllText(Path, text);
        File.SetLastWriteTimeUtc(Path, new DateTime(2026, 1, 1, 0, 0, ++_writes, DateTimeKind.Utc));
    }

    public MockFile Open() => new(Path);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A file with one machine and one case.</summary>
    public static string Text(string states, string responses) =>
        $$$$"""{"StateMachines":{"Order":{"TestCases":{"Case":{{{{states}}}}}}},"MockedResponses":{{{{responses}}}}}""";
}
