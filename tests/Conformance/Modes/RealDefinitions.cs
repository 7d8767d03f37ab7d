using System.Text.Json;
using Compiled.Compilation;
using Compiled.Language.Faults;
using Compiled.Rules;
using Conformance.Corpus;
using Conformance.Reporting;

namespace Conformance.Modes;

/// <summary>Real definitions, as published: each must have no Error but those that its index knows, and compile to C# without a warning.</summary>
internal static class RealDefinitions
{
    public static IReadOnlyList<CaseResult> Run(IReadOnlyList<string> files, string? filter)
    {
        string[] wanted = [.. files.Where(file => filter is null || file.Contains(filter, StringComparison.OrdinalIgnoreCase))];
        IReadOnlyList<CompiledDefinition> definitions = DefinitionCompiler.CompileAll(
            [.. wanted.Select(static file => new DefinitionSource(File.ReadAllText(file), Path.GetFileName(file).Replace(".asl.json", "", StringComparison.Ordinal)))]);
        return [.. wanted.Zip(definitions, (file, definition) => Judge(Path.GetFileName(file), definition, KnownIssues(file)))];
    }

    private static CaseResult Judge(string id, CompiledDefinition definition, IReadOnlyList<(string Kind, string Pointer)> known)
    {
        Fault[] alarms = [.. RuleList.Check(definition.Bound).Where(fault => fault.Id != CompilerFaults.Unsupported.Id && fault.Severity == Severity.Error && !known.Contains((fault.Kind, fault.Pointer)))];
        if (alarms.Length > 0) return new CaseResult(id, Outcome.Fail, $"expected no Error, got {alarms[0]}");
        if (definition.EmitterFaults.FirstOrDefault(static fault => fault.Severity == Severity.Error) is { } unsupported)
            return new CaseResult(id, Outcome.Unsupported, unsupported.ToString());
        if (definition.Messages.Count > 0) return new CaseResult(id, Outcome.Fail, $"expected C# without a warning, got {definition.Messages[0]}");
        bool mayStand = definition.IsRunnable || known.Count > 0;
        return mayStand ? new CaseResult(id, Outcome.Pass) : new CaseResult(id, Outcome.Fail, "expected a workflow, got none and no fault");
    }

    /// <summary>The Errors that the index beside the folder knows a definition to have.</summary>
    private static IReadOnlyList<(string Kind, string Pointer)> KnownIssues(string file)
    {
        string index = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(file))!) ?? "", "real-index.json");
        if (!File.Exists(index)) return [];
        foreach (JsonElement entry in CorpusFiles.ReadJson(index).GetProperty("definitions").EnumerateArray())
        {
            if (entry.GetProperty("file").GetString() == Path.GetFileName(file))
                return [.. entry.GetProperty("known_issues").EnumerateArray().Select(static issue => (issue.GetProperty("kind").GetString()!, issue.GetProperty("pointer").GetString()!))];
        }

        return [];
    }
}
