using System.Text;

namespace Compiled.Benchmarks.Analysis;

/// <summary>The definitions that analysis is measured on: the real ones where the corpora stand beside the repository, else some of that size made here.</summary>
internal static class DefinitionSet
{
    private const string Largest = "devguide--sample-etl-orchestration.asl.json";
    private const int States = 54;

    private static readonly string? s_folder = FindFolder();

    /// <summary>A definition of 54 states.</summary>
    public static string Large { get; } = s_folder is null ? Made(States) : File.ReadAllText(Path.Combine(s_folder, Largest));

    /// <summary>So many definitions by file name, the large one first; where there are fewer, some come again under another name.</summary>
    public static IReadOnlyList<(string Path, string Text)> Of(int count)
    {
        string[] texts = s_folder is null
            ? [.. Enumerable.Range(1, 20).Select(Made)]
            : [.. Directory.GetFiles(s_folder, "*.asl.json").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        return [("D0.asl.json", Large), .. Enumerable.Range(1, count - 1).Select(i => ($"D{i}.asl.json", texts[i % texts.Length]))];
    }

    private static string? FindFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string found = Path.Combine(folder.FullName, "shared", "conformance", "definitions", "real");
            if (File.Exists(Path.Combine(found, Largest)))
                return found;
        }
        return null;
    }

    // A chain of tasks with retries, a choice every few of them.
    private static string Made(int states)
    {
        StringBuilder text = new("{\"StartAt\":\"S0\",\"States\":{");
        for (int i = 0; i < states - 1; i++)
        {
            string next = $"S{i + 1}";
            text.Append($"\"S{i}\":").Append(i % 6 == 5
                ? $$"""{"Type":"Choice","Choices":[{"Variable":"$.r{{i - 1}}.StatusCode","NumericGreaterThan":{{i}},"Next":"S0"},{"Variable":"$.mode","StringEquals":"fast","Next":"S{{states - 1}}"}],"Default":"{{next}}"},"""
                : $$$"""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f{{{i}}}","Payload":{"id.$":"$.id","name.$":"States.Format('{}-{}', $.id, $.mode)"}},"ResultPath":"$.r{{{i}}}","Retry":[{"ErrorEquals":["Lambda.ServiceException"],"IntervalSeconds":2,"MaxAttempts":6,"BackoffRate":2},{"ErrorEquals":["States.ALL"]}],"Next":"{{{next}}}"},""");
        }
        return text.Append($"\"S{states - 1}\":{{\"Type\":\"Succeed\"}}}}}}").ToString();
    }
}
