using Compiled.Language.Binding;

namespace Compiled.Generator.Emit;

/// <summary>The static <c>Definition</c>: the machine's name, text, limits and a row for each state.</summary>
internal static class DefinitionEmitter
{
    public static void Write(CodeWriter code, Machine machine, BoundMachine bound, CompilerOptions options)
    {
        string text = bound.Root?.ToCompactJson() ?? machine.Text;
        code.Line().Line("/// <summary>The definition this class was compiled from, and what it says of each state.</summary>");
        code.Line("public static readonly global::Compiled.MachineInfo Definition = new(");
        code.Indent();
        code.Line($"{CSharp.Text(options.Name)},");
        code.Line($"{CSharp.Text(text)},");
        code.Line($"global::Compiled.MachineType.{machine.Type},");
        code.Line($"{(machine.TimeoutSeconds is { } seconds ? CSharp.Number(seconds) : "null")},");
        code.Line("[");
        code.Indent();
        foreach (State state in machine.States)
            code.Line(Row(state) + ",");
        code.Outdent().Line("]);").Outdent();
    }

    private static string Row(State state)
    {
        string row = $"new({CSharp.Text(state.Name)}, global::Compiled.StateType.{state.Type})";
        if (state is not TaskState task)
            return row;
        ResourceArn arn = task.Arn;
        return row + $" {{ Resource = {CSharp.Text(task.Resource)}, ResourceKind = global::Compiled.ResourceKind.{arn.Kind}, ResourceService = {CSharp.Text(arn.Service)}, "
            + $"ResourceAction = {CSharp.Text(arn.Action)}, Pattern = global::Compiled.IntegrationPattern.{arn.Pattern} }}";
    }
}
