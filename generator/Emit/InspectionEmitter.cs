using System.Linq;
using Compiled.Generator.Emit.States;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit;

/// <summary>Writes what a flow tells an inspection; nothing where the flow is not compiled to be inspected. FEATURES M-025, M-026.</summary>
internal sealed class InspectionEmitter(CodeWriter code, bool isOn)
{
    public bool IsOn => isOn;

    /// <summary>Tells what a step came to, as a C# expression that is evaluated once more.</summary>
    public void Saw(string step, string value)
    {
        if (isOn)
            code.Line($"Inspect(InspectedStep.{step}, {value});");
    }

    /// <summary>Tells the effective input of a state in JSONPath, where AWS shows it.</summary>
    public void Input(State state, string input)
    {
        if (state is not (ParallelState or PassState { Result: not null }))
            Saw("AfterInputPath", input);
    }

    /// <summary>Tells the limit of a Map, once its items are known.</summary>
    public void Concurrency(string concurrency) => Saw("MaxConcurrency", concurrency);

    /// <summary>The C# expression that starts what runs inside a state; the host gives its result where the state is inspected.</summary>
    public string Start(string start) => isOn ? "AskForResult()" : start;

    /// <summary>Writes what sets the retriers' counters to a number.</summary>
    public void Retries(int[] counters)
    {
        if (isOn && counters.Length > 0)
            code.Line().Line($"protected override void SupposeRetries(int count) => {string.Concat(counters.Select(counter => FailureEmitter.Counter(counter) + " = "))}count;");
    }

    /// <summary>Writes the context objects that the flow's states see.</summary>
    public void Context()
    {
        if (!isOn)
            return;
        code.Line().Line("private new JsonValue Context() => InspectedContext(base.Context());");
        code.Line().Line("private new JsonValue Context(JsonValue item, int index) => InspectedContext(base.Context(item, index));");
    }
}
