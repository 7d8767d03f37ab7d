using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>A ResultPath that leads through a value which is known to be no object. RULES.md, result-path-through-scalar.</summary>
public sealed class ResultPathMatchFailure : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        PathData data = MachineFindings.Of(machine).Data;
        foreach (State state in machine.States)
        {
            if (!state.IsReachable)
                continue;
            Shape entry = data.EntryOf(state);
            if (state is WorkState work)
                Check(work.ResultPath, work.Source, entry, report);
            if (state is PassState pass)
                Check(pass.ResultPath, pass.Source, entry, report);
            foreach (Catcher catcher in state is WorkState worker ? worker.Catch : [])
                Check(catcher.ResultPath, catcher.Source, entry, report);
        }
    }

    private static void Check(DataPath resultPath, ObjectNode source, Shape entry, Action<Fault> report)
    {
        if (resultPath.Path is not { } path || source["ResultPath"] is not StringNode text)
            return;
        Shape at = entry;
        foreach (PathStep step in path.Steps)
        {
            if (step is not NameStep name || at.Kinds == IntrinsicKinds.None || at.MayBeMissing)
                return;
            if ((at.Kinds & IntrinsicKinds.Object) == IntrinsicKinds.None)
            {
                string before = path.Text.Substring(0, step.Offset - path.Offset);
                report(DataFaults.ResultPathMatchFailure.Inside(text, step.Offset, step.Length, $"'{path.Text}' cannot be set; '{before}' is {ShapeText.Of(at)} here, and has no fields"));
                return;
            }
            at = at.Member(name.Name);
        }
    }
}
