using Conformance.Corpus;
using Conformance.Reporting;

namespace Conformance.Modes;

/// <summary>The <c>definitions</c> corpus: real definitions must compile without a warning, faulty ones must be found to have their faults.</summary>
public static class DefinitionsMode
{
    private const string FaultyFile = "faulty.json";
    private const string IndexFile = "real-index.json";

    /// <summary>Runs the cases of each path: the corpus' folder, its <c>real</c> folder, one definition, or <c>faulty.json</c>.</summary>
    public static IReadOnlyList<CaseResult> Run(IEnumerable<string> paths, string? filter)
    {
        List<string> definitions = [];
        List<CaseResult> results = [];
        foreach (string path in paths)
        {
            foreach (string file in CorpusFiles.Find(path, ".json").Where(static file => Path.GetFileName(file) != IndexFile))
            {
                if (file.EndsWith(".asl.json", StringComparison.Ordinal)) definitions.Add(file);
                else if (Path.GetFileName(file) == FaultyFile || File.Exists(path)) results.AddRange(FaultyDefinitions.Run(file, filter));
            }
        }

        results.InsertRange(0, RealDefinitions.Run(definitions, filter));
        return results;
    }
}
