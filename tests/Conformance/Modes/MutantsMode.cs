using Conformance.Corpus;
using Conformance.Mutants;
using Conformance.Reporting;

namespace Conformance.Modes;

/// <summary>Breaks each sound definition of a folder in every way of <see cref="MutatorList"/>; the rule for that way must find it, at the right place.</summary>
public static class MutantsMode
{
    /// <summary>Judges the mutants of all definitions whose id contains the filter (ordinal, case ignored), in the order of the files.</summary>
    public static IReadOnlyList<CaseResult> Run(IEnumerable<string> paths, string? filter)
    {
        const string Ending = ".asl.json";
        IEnumerable<SoundDefinition> definitions = paths.SelectMany(static path => CorpusFiles.Find(path, Ending))
            .Select(static file => SoundDefinition.Read(Path.GetFileName(file).Replace(Ending, "", StringComparison.Ordinal), File.ReadAllText(file)))
            .OfType<SoundDefinition>();
        return
        [
            .. definitions.SelectMany(Mutant.Of)
                .Where(mutant => filter is null || mutant.Id.Contains(filter, StringComparison.OrdinalIgnoreCase))
                .AsParallel().AsOrdered().Select(static mutant => mutant.Judge()),
        ];
    }
}
