using System.Text.Json.Nodes;
using Compiled.Compilation;
using Compiled.Generator;
using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Conformance.Fuzzing;

/// <summary>A definition without faults that was made by chance.</summary>
/// <param name="Number">Which of its seed's machines it is.</param>
/// <param name="Definition">The definition.</param>
/// <param name="IsExpress">Whether its executions are Express.</param>
internal sealed record FuzzMachine(int Number, JsonObject Definition, bool IsExpress)
{
    /// <summary>What is compiled: with a fast path where the machine can have one, whichever type it is of.</summary>
    public DefinitionSource Source => new(Definition.ToJsonString(), "Fuzzed", IsExpress ? MachineType.Express : MachineType.Standard) { HasFastPath = true };

    /// <summary>Whether the definition compiles; most that are made do.</summary>
    public bool IsSound
    {
        get
        {
            DefinitionSource source = Source;
            BoundMachine bound = MachineBinder.Bind(source.Text, source.Type);
            return bound.Machine is not null
                && MachineCompiler.Compile(bound, new CompilerOptions { ClassName = "Machine", Name = source.Name }).Faults.Concat(bound.Faults).All(static fault => fault.Severity != Severity.Error);
        }
    }

    /// <summary>The machine of a number: the same for the same seed.</summary>
    public static FuzzMachine Of(ulong seed, int number)
    {
        for (int attempt = 0; ; attempt++)
        {
            FuzzMachine machine = Draw(FuzzRandom.Of(seed, number, attempt), number);
            if (machine.IsSound)
                return machine;
        }
    }

    private static FuzzMachine Draw(FuzzRandom random, int number)
    {
        bool isMixed = random.Percent(30), isExpress = random.Percent(50);
        FuzzPaths paths = new(random, isMixed);
        FuzzTemplates templates = new(random, paths, isMixed);
        FuzzStates states = new(random, paths, templates, new FuzzConditions(random, paths, templates), isMixed, random.Pick(0, 0, 0, 100, 100, 50));
        // Nothing ends an Express execution that goes in circles without waiting.
        FuzzShape shape = new(isMixed, HasLoops: true, GoesBack: !isExpress && random.Percent(40), ManyRounds: isExpress ? 10_050 : 7_000) { AsksOften = random.Percent(30) };
        JsonObject definition = new FuzzFlow(random, states, [], shape).Make(random.Between(1, 9));
        if (random.Percent(50))
            Raise(definition);
        if (random.Percent(30))
            definition.Add("TimeoutSeconds", random.Between(1, 30));
        return new FuzzMachine(number, definition, isExpress);
    }

    // Where all states are in JSONata the machine says so.
    private static void Raise(JsonObject definition)
    {
        JsonObject[] states = [.. States(definition)];
        if (!states.All(static state => state.ContainsKey("QueryLanguage")))
            return;
        foreach (JsonObject state in states)
            state.Remove("QueryLanguage");
        definition.Insert(0, "QueryLanguage", "JSONata");
    }

    private static IEnumerable<JsonObject> States(JsonObject flow) => ((JsonObject)flow["States"]!).Select(static each => (JsonObject)each.Value!).SelectMany(static state =>
        (state["Branches"] as JsonArray ?? []).Append(state["ItemProcessor"]).Append(state["Iterator"]).OfType<JsonObject>().SelectMany(States).Append(state));
}
