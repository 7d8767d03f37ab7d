namespace Compiled.TestState.Mocking;

/// <summary>
/// The mock file of Step Functions Local: which test case answers which state with what. It is read again when it has changed. Any thread may ask.
/// </summary>
/// <remarks>
/// <code>
/// {"StateMachines": {"Order": {"TestCases": {"Refused": {"Pay": "PaymentRefused"}}}},
///  "MockedResponses": {"PaymentRefused": {"0": {"Throw": {"Error": "Busy", "Cause": "..."}}, "1-2": {"Return": {"paid": false}}}}}
/// </code>
/// Numbers count the calls of a state in one execution, over all its visits, iterations and attempts, from 0 without a gap. Source: AWS, "Using Mocked
/// Service Integrations"; FEATURES M-002 to M-010.
/// </remarks>
public sealed class MockFile
{
    /// <summary>The name that is looked for in the working folder.</summary>
    public const string DefaultName = "MockConfigFile.json";

    /// <summary>The environment variable that names another file.</summary>
    public const string PathVariable = "SFN_MOCK_CONFIG";

    private readonly Lock _lock = new();
    private MockConfiguration? _configuration;
    private (DateTime Time, long Length) _read;

    /// <summary>Opens a file.</summary>
    /// <exception cref="MockFileException">The file is not there or not in the format.</exception>
    public MockFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = System.IO.Path.GetFullPath(path);
        _ = Current;
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>
    /// The file that <see cref="PathVariable"/> names, or else <see cref="DefaultName"/> in the working folder; null when the variable is not set and
    /// there is no such file.
    /// </summary>
    /// <exception cref="MockFileException">The file that is named is not there, or the file is not in the format.</exception>
    public static MockFile? Find()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } named)
            return new MockFile(named);
        return File.Exists(DefaultName) ? new MockFile(DefaultName) : null;
    }

    /// <summary>Whether the file has the test case, as it is now. FEATURES M-005.</summary>
    /// <exception cref="MockFileException">The file has changed and is no longer in the format, or is gone.</exception>
    public bool Has(string machine, string testCase) => Current.Find(machine, testCase) is not null;

    /// <summary>The names of a machine's test cases, as the file is now; none where it doesn't name the machine.</summary>
    /// <exception cref="MockFileException">The file has changed and is no longer in the format, or is gone.</exception>
    public IReadOnlyList<string> CasesOf(string machine) => Current.Machines.TryGetValue(machine, out var cases) ? [.. cases.Keys] : [];

    /// <summary>The states that a test case answers.</summary>
    /// <exception cref="MockFileException">The file has no such case, has changed and is no longer in the format, or is gone.</exception>
    public IReadOnlyCollection<string> StatesOf(string machine, string testCase) => [.. StatesIn(machine, testCase).Keys];

    /// <summary>What answers a state; null where the test case leaves it to what is real.</summary>
    internal MockedResponses? Find(string machine, string testCase, string state) => StatesIn(machine, testCase).GetValueOrDefault(state);

    private IReadOnlyDictionary<string, MockedResponses> StatesIn(string machine, string testCase) =>
        Current.Find(machine, testCase) ?? throw new MockFileException($"'{Path}' has no test case '{testCase}' of a state machine '{machine}'.");

    private MockConfiguration Current
    {
        get
        {
            lock (_lock)
            {
                FileInfo info = new(Path);
                if (!info.Exists)
                    throw new MockFileException($"'{Path}' is not there.");
                (DateTime, long) now = (info.LastWriteTimeUtc, info.Length);
                if (_configuration is null || now != _read)
                {
                    _configuration = null;
                    _configuration = new MockConfigurationReader(Path).Read(ReadText());
                    _read = now;
                }

                return _configuration;
            }
        }
    }

    private string ReadText()
    {
        try
        {
            return File.ReadAllText(Path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new MockFileException($"'{Path}' can't be read: {unreadable.Message}", unreadable);
        }
    }
}
