using System.Text.Json;
using Compiled;
using Compiled.Compilation;
using Compiled.Server.Machines;
using Compiled.Simulation.Matching;
using Conformance.Comparing;
using Conformance.Corpus;
using Conformance.Modes;
using Conformance.Reporting;

namespace Conformance.Api;

/// <summary>The <c>asl</c> corpus over AWS's API: on a server in this process, or on one elsewhere.</summary>
public static class ApiMode
{
    /// <summary>The endpoint that stands for a server in this process.</summary>
    public const string Self = "self";

    /// <summary>Runs the cases against an endpoint: <see cref="Self"/>, or a URL.</summary>
    public static async Task<IReadOnlyList<CaseResult>> RunAsync(IReadOnlyList<AslCase> cases, string endpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(endpoint);
        List<CaseResult> results = new(cases.Count);
        if (endpoint == Self)
        {
            DefinitionCompilation compile = Compiled(cases, cancellationToken);
            SelfServer port = await SelfServer.StartAsync().ConfigureAwait(false);
            await using (port.ConfigureAwait(false))
            {
                foreach (AslCase item in cases)
                {
                    SelfCase self = new(port, item, compile, cancellationToken);
                    results.Add(item.Kind == "execution" ? await ExecuteAsync(item, self.ExecuteAsync).ConfigureAwait(false)
                        : await self.RunAsync((session, _) => AskAsync(item, session)).ConfigureAwait(false));
                }
            }

            return results;
        }

        using ApiClient client = new(Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address) ? address : throw new CorpusException($"'{endpoint}' is no endpoint: {Self} or a URL."));
        foreach (AslCase item in cases)
        {
            RemoteCase remote = new(client, item, cancellationToken);
            results.Add(item.Kind is "execution" or "test_state" && RemoteCase.Reason(item) is { } reason ? new CaseResult(item.Id, Outcome.Unsupported, reason, item.IsGating)
                : item.Kind != "execution" ? await AskAsync(item, remote.Session).ConfigureAwait(false)
                : await ExecuteAsync(item, remote.ExecuteAsync).ConfigureAwait(false));
        }

        return results;
    }

    private static async Task<CaseResult> AskAsync(AslCase item, ApiSession session) => item.Kind switch
    {
        "validation" => await ApiKinds.ValidateAsync(item, session).ConfigureAwait(false),
        "test_state" => await ApiKinds.TestAsync(item, session).ConfigureAwait(false),
        "variable_references" => await ApiKinds.DescribeAsync(item, session).ConfigureAwait(false),
        _ => new CaseResult(item.Id, Outcome.Unsupported, $"Cases of kind '{item.Kind}' are not run yet.", item.IsGating),
    };

    private static async Task<CaseResult> ExecuteAsync(AslCase item, Func<Task<RecordedRun>> execute)
    {
        if (item.MachineType == "EXPRESS" && item.History.ValueKind == JsonValueKind.Array)
            return new CaseResult(item.Id, Outcome.Unsupported, "The API gives no history of an Express execution, which is what the case records.", item.IsGating);
        try
        {
            IReadOnlyList<Difference> differences = ExecutionComparer.Compare(item, await execute().ConfigureAwait(false));
            return differences.Count == 0
                ? new CaseResult(item.Id, Outcome.Pass, IsGating: item.IsGating)
                : new CaseResult(item.Id, Outcome.Fail, string.Join("; ", differences), item.IsGating);
        }
        catch (ApiRefusalException refused)
        {
            return new CaseResult(item.Id, Outcome.Fail, refused.Message, item.IsGating);
        }
    }

    // Compiled together, which takes a small part of the time; what is not among the cases' own is compiled when it arrives.
    private static DefinitionCompilation Compiled(IReadOnlyList<AslCase> cases, CancellationToken cancellationToken)
    {
        DefinitionSource[] sources = [.. cases.Where(static item => item.Kind == "execution").Select(AslMode.Source).Distinct()];
        Dictionary<DefinitionSource, CompiledDefinition> compiled = sources.Zip(DefinitionCompiler.CompileAll(sources, cancellationToken)).ToDictionary(static pair => pair.First, static pair => pair.Second);
        DefinitionCache others = new();
        return (name, text, type) =>
        {
            DefinitionSource source = AslMode.Source(text, type == MachineType.Express);
            return compiled.TryGetValue(source, out CompiledDefinition? definition) && definition.IsRunnable ? definition.Create() : others.Compile(name, text, type);
        };
    }
}
