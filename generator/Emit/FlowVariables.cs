using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit;

/// <summary>The variables as the code of one flow reads and writes them: fields of its frame, and of the frames around it. FEATURES L-077.</summary>
/// <param name="flow">The flow.</param>
/// <param name="names">The C# names.</param>
/// <param name="host">The flow around it in whose frame it runs in place; null where it has a frame of its own.</param>
/// <param name="within">The flows that run in place inside the flow's states.</param>
internal sealed class FlowVariables(Flow flow, MachineNames names, Flow? host = null, IReadOnlyList<Flow>? within = null)
{
    private const string Enclosing = "Enclosing";

    private Flow Host => host ?? flow;

    /// <summary>The fields of the flow's own variables, in the order of the text.</summary>
    public IReadOnlyList<string> Fields { get; } = [.. flow.Variables.Select(name => names.Variable(flow, name))];

    /// <summary>Whether the frame keeps the one around it, to read that one's variables.</summary>
    public bool SeesOuter
    {
        get
        {
            for (Flow? scope = flow.OuterScope; scope is not null; scope = scope.OuterScope)
            {
                if (scope.Variables.Count > 0)
                    return true;
            }
            return false;
        }
    }

    /// <summary>Whether a frame is used again for other items, so that its variables are cleared between them.</summary>
    private bool IsReused => flow.Owner is MapState;

    /// <summary>Whether some scope in reach assigns the name.</summary>
    public bool IsInReach(string name) => flow.ScopeOf(name) is not null;

    /// <summary>The C# expression that reads a variable; a value that is missing where no scope in reach assigns the name.</summary>
    public string Read(string name)
    {
        if (flow.ScopeOf(name) is not { } scope)
            return "default(JsonValue)";
        string way = "";
        bool isInHost = false;
        for (Flow around = flow; around != scope; around = around.OuterScope!)
        {
            isInHost |= around == Host;
            way += isInHost ? Enclosing + "." : "";
        }
        return way + (isInHost || scope == Host ? names.Variable(scope, name) : InPlace(scope, name));
    }

    /// <summary>The field of a variable of this flow.</summary>
    public string Field(string name) => flow == Host ? names.Variable(flow, name) : InPlace(flow, name);

    /// <summary>Declares the fields of a flow that runs in place, beside those of its host.</summary>
    public void DeclareInPlace(CodeWriter code)
    {
        foreach (string field in OwnInPlace(flow))
            code.Line($"private JsonValue {field};");
        if (flow.Variables.Count > 0)
            code.Line();
    }

    /// <summary>Writes the end of the scope of a flow that runs in place.</summary>
    public void Forget(CodeWriter code) => Clear(code, OwnInPlace(flow));

    /// <summary>Writes the end of the scopes of flows that ran in place inside a state and may have ended with an error.</summary>
    public void Forget(CodeWriter code, IEnumerable<Flow> flows) => Clear(code, [.. flows.SelectMany(OwnInPlace)]);

    // Small at the start, as no other name of a frame's own is.
    private string InPlace(Flow scope, string name) => $"of{names.FrameOf(scope)}{names.Variable(scope, name)}";

    private string[] OwnInPlace(Flow scope) => [.. scope.Variables.Select(name => InPlace(scope, name))];

    private static void Clear(CodeWriter code, string[] fields)
    {
        if (fields.Length > 0)
            code.Line($"{string.Join(" = ", fields)} = default;");
    }

    /// <summary>Declares the fields.</summary>
    public void Declare(CodeWriter code)
    {
        if (SeesOuter)
            code.Comment("The flow around this one, whose variables can be read here.");
        if (SeesOuter)
            code.Line($"internal readonly {names.FrameOf(flow.OuterScope!)}<THistory> {Enclosing} = parent;");
        if (Fields.Count > 0)
            code.Comment("The variables of this scope; missing until they are assigned.");
        foreach (string field in Fields)
            code.Line($"internal JsonValue {field};");
        if (SeesOuter || Fields.Count > 0)
            code.Line();
    }

    /// <summary>Writes what the kernel asks of a frame with variables: to clear them, and to say how large they are.</summary>
    public void Write(CodeWriter code)
    {
        string[] all = [.. Fields, .. (within ?? []).SelectMany(OwnInPlace)];
        if (all.Length > 0)
            code.Line().Line($"protected override long VariableBytes() => {string.Join(" + ", all.Select(field => $"Bytes({field})"))};");
        if (Fields.Count == 0)
            return;
        if (flow.Owner is null)
        {
            code.Line().Open("protected override void SetVariables(JsonValue[] values)");
            for (int i = 0; i < Fields.Count; i++)
                code.Line($"{Fields[i]} = values[{CSharp.Number(i)}];");
            code.Close();
        }
        if (IsReused)
            code.Line().Line($"protected override void Restart() => {string.Join(" = ", Fields)} = default;");
    }
}
