using Conformance.Corpus;
using Conformance.Reporting;
using Conformance.Running;

namespace Conformance.Modes;

/// <summary>
/// The <c>jsonata</c> corpus: all expressions are compiled together, then each is evaluated and compared. That happens in a process of its own,
/// so that an expression which overflows the stack or never ends fails its case and not the run.
/// </summary>
public static class JsonataMode
{
    /// <summary>Runs the cases of the groups' files; results are in the cases' order.</summary>
    /// <exception cref="CorpusException">A path does not exist, a file is not in the corpus' format, or no process can be started.</exception>
    public static IReadOnlyList<CaseResult> Run(IReadOnlyList<string> paths, string? filter)
    {
        IReadOnlyList<JsonataCase> cases = JsonataCase.Read(paths, filter);
        CaseResult?[] results = new CaseResult?[cases.Count];
        while (Array.Exists(results, static result => result is null))
        {
            int before = results.Count(static result => result is not null);
            JsonataProcess.Run(cases, paths, filter, results);
            if (results.Count(static result => result is not null) == before)
                throw new CorpusException("The process that evaluates the expressions gave no result.");
        }

        return results!;
    }
}
