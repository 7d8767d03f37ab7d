using System.Linq;
using Compiled.Generator.Emit.FastPaths;
using Compiled.Generator.Emit.FastPaths.Typed;
using Compiled.Generator.Emit.Handlers;
using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit;

/// <summary>
/// Writes the file of one machine: the part of the workflow class that users see, and below it, in a namespace of its own where no
/// name of the user's can be in the way, the frames that run the states.
/// </summary>
internal sealed class MachineEmitter(Machine machine, CompilerOptions options, BoundMachine bound)
{
    private readonly CodeWriter _code = new();
    private readonly CodeWriter _fast = new CodeWriter().Indent();
    private readonly MachineTables _tables = new();
    private ContractEmitter? _contracts;
    private readonly TypedObjects _objects = new();
    private readonly MachineNames _names = new(machine);

    private string FrameNamespace => "Compiled.Generated." + FrameSegment;

    private string FrameSegment => CSharpNames.Pascal(MachineCompiler.FullName(options).Replace('.', '_'));

    public string Write()
    {
        FileHeader.Write(_code);
        WorkflowPart();
        Frames();
        return _code.ToString();
    }

    private void WorkflowPart()
    {
        if (options.Namespace.Length > 0)
            _code.Open($"namespace {options.Namespace}");
        ClassHeader.Open(_code, options, machine.Comment);
        StateNames.Write(_code, machine.States.Select(state => (_names.Of(state), state.Name)));
        DefinitionEmitter.Write(_code, machine, bound, options);
        string frames = "global::" + FrameNamespace + ".Start.";
        _code.Line().Line("/// <inheritdoc/>");
        _code.Line("public override global::Compiled.MachineInfo Machine => Definition;");
        foreach (string history in new[] { "NoHistory", "RecordedHistory" })
        {
            string type = $"<global::Compiled.History.{history}>";
            _code.Line().Line("/// <inheritdoc/>");
            _code.Line($"protected override global::Compiled.Execution.Frame{type} NewRoot(global::Compiled.Execution.Execution{type} execution) => {frames}Root(execution);");
        }
        if (machine.UsesDistributedMap)
            ChildRoots(frames);
        _contracts = new ContractEmitter(_tables, options.Handlers?.IgnoresCase == true);
        var handlers = new HandlersEmitter(_code, machine, options, _contracts, FrameNamespace);
        handlers.Write();
        bool isReached = options.Handlers?.ContainingTypes.Any() != true;
        bool hasPath = FastPath(handlers, isReached);
        if (options.Handlers?.Ends is { } ends)
            TypedRunEmitter.Write(_code, ends, isReached && hasPath ? Lane(handlers, ends) : null);
        ClassHeader.Close(_code, options);
        if (options.Namespace.Length > 0)
            _code.Close();
    }

    // A class inside others may be out of reach where the path stands, and is called through its base.
    private bool FastPath(HandlersEmitter handlers, bool isReached)
    {
        if (options.Inspects || !options.HasFastPath)
            return false;
        string workflow = isReached ? $"global::{MachineCompiler.FullName(options)}" : "global::Compiled.Workflow";
        var fast = new FastPathWriter(machine, _names, _tables, workflow, task => isReached ? handlers.PlainCall(task) : null, _contracts!);
        if (!fast.TryWrite(_fast))
            return false;
        _code.Line().Line("/// <inheritdoc/>").Line("protected override bool HasFastPath => true;");
        _code.Line().Line("/// <inheritdoc/>");
        _code.Line($"protected override {HandlerNames.Value} RunFastPath(scoped ref global::Compiled.Execution.FastPath path, {HandlerNames.Value} input) => global::{FrameNamespace}.Fast.Run(this, ref path, input);");
        if (isReached)
            handlers.PlainCalls();
        if (fast.IsProjected)
        {
            _code.Line().Line("/// <inheritdoc/>");
            _code.Line($"protected override global::Compiled.Values.Projection? InputProjection => global::{FrameNamespace}.Fast.Input;");
        }
        return true;
    }

    // The method that runs executions on C# objects; null where they go through JSON.
    private string? Lane(HandlersEmitter handlers, TypedEnds ends)
    {
        if (ends.PlainInput is not { IsTransparent: true } input || !(ends.PlainOutput is { IsTransparent: true } || ends.Output == HandlerNames.Value))
            return null;
        var calls = new TypedCalls(options, _objects, _contracts!, FrameNamespace);
        var lane = new TypedLane(input, ends.PlainOutput, calls, _objects, _contracts!, options.Handlers!.IgnoresCase);
        var path = new FastPathWriter(machine, _names, _tables, $"global::{MachineCompiler.FullName(options)}", handlers.PlainCall, _contracts!, lane);
        if (!path.TryWrite(_fast))
            return null;
        calls.Write(_code);
        return $"global::{FrameNamespace}.Lane.Run";
    }

    private void ChildRoots(string frames)
    {
        foreach (string history in new[] { "NoHistory", "RecordedHistory" })
        {
            string type = $"<global::Compiled.History.{history}>";
            _code.Line().Line("/// <inheritdoc/>");
            _code.Line($"protected override global::Compiled.Execution.Frame{type} NewChildRoot(int state, global::Compiled.Execution.Execution{type} execution) => {frames}Child(state, execution);");
        }
    }

    private void Frames()
    {
        _code.Line().Open($"namespace {FrameNamespace}");
        string[] namespaces = ["Execution", "Expressions", "History", "Jsonata", .. machine.UsesDistributedMap ? (string[])["MapRuns"] : [], "Values"];
        foreach (string name in namespaces)
            _code.Line($"using Compiled.{name};");
        // JSONata has paths of its own, which stand where no others do.
        _code.Line("using Paths = Compiled.Expressions.Paths;");
        _code.Line().Line("/// <summary>Where the workflow class gets its first frame from.</summary>");
        _code.Open("internal static class Start");
        _code.Line($"public static Frame<THistory> Root<THistory>(Execution<THistory> execution) where THistory : struct, IHistory => new {_names.FrameOf(machine.Flow)}<THistory>(execution, null);");
        if (machine.UsesDistributedMap)
            Child();
        _code.Close();
        _code.Append(_fast);
        MachineShapes shapes = MachineShapes.Of(machine);
        foreach (Flow flow in machine.Flows)
            new FlowEmitter(flow, shapes, _names, _tables, _code, options.Inspects).Write();
        // The expressions add to the tables, so they are written before them.
        CodeWriter expressions = new();
        _tables.Expressions.Write(expressions, FrameNamespace);
        _objects.Write(_code);
        _contracts?.Write(_code);
        _tables.Write(_code);
        _code.Close();
        _code.Append(expressions);
    }

    private void Child()
    {
        _code.Line().Open("public static Frame<THistory> Child<THistory>(int state, Execution<THistory> execution) where THistory : struct, IHistory => state switch");
        foreach (MapState map in machine.States.OfType<MapState>().Where(map => map.IsDistributed))
            _code.Line($"{map.Index} => new {_names.FrameOf(map.Processor)}<THistory>(execution, null),");
        _code.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(state)),").Close(";");
    }
}
