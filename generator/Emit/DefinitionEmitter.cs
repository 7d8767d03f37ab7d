using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Compiled.Language.Binding;
using Compiled.Language.Json;

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
            code.Line(Row(machine, state) + ",");
        code.Outdent().Line("]);").Outdent();
    }

    private static string Row(Machine machine, State state)
    {
        if (state is MapState { IsDistributed: true } map)
            return MapRow(machine, map);
        string row = $"new({CSharp.Text(state.Name)}, global::Compiled.StateType.{state.Type})";
        if (state is not TaskState task)
            return row;
        ResourceArn arn = task.Arn;
        return row + $" {{ Resource = {CSharp.Text(task.Resource)}, ResourceKind = global::Compiled.ResourceKind.{arn.Kind}, ResourceService = {CSharp.Text(arn.Service)}, "
            + $"ResourceAction = {CSharp.Text(arn.Action)}, Pattern = global::Compiled.IntegrationPattern.{arn.Pattern} }}";
    }

    private static string MapRow(Machine machine, MapState map)
    {
        ObjectNode processor = (ObjectNode)(map.Source["ItemProcessor"] ?? map.Source["Iterator"])!;
        string type = map.ExecutionType == "EXPRESS" ? "Express" : "Standard";
        string states = string.Join(", ", machine.States.Where(state => DistributedAround(state) == map).Select(state => CSharp.Number(state.Index)));
        return $"new({CSharp.Text(map.Name)}, global::Compiled.StateType.Map) {{ Processor = new({CSharp.Text(map.Label ?? Label(processor.Pointer))}, "
            + $"global::Compiled.MachineType.{type}, {CSharp.Text(processor.Pointer)}, [{states}]) }}";
    }

    // AWS makes up a UUID once; ours follows from the place, so that it stays while the definition is worked on.
    private static string Label(string pointer)
    {
        using SHA256 hash = SHA256.Create();
        byte[] bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(pointer));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        string digits = string.Concat(bytes.Take(16).Select(each => each.ToString("x2", CultureInfo.InvariantCulture)));
        return $"{digits.Substring(0, 8)}-{digits.Substring(8, 4)}-{digits.Substring(12, 4)}-{digits.Substring(16, 4)}-{digits.Substring(20)}";
    }

    private static MapState? DistributedAround(State state)
    {
        for (State? owner = state.Flow.Owner; owner is not null; owner = owner.Flow.Owner)
        {
            if (owner is MapState { IsDistributed: true } map)
                return map;
        }
        return null;
    }
}
