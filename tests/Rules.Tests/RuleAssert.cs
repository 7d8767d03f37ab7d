using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules.Tests;

/// <summary>Asserts on what the rules find in definitions in which « and » stand around the span expected.</summary>
internal static class RuleAssert
{
    /// <summary>A Resource that any rule takes.</summary>
    public const string Function = "arn:aws:lambda:us-east-1:123456789012:function:f";

    /// <summary>A machine whose only state, <c>A</c>, is the one given.</summary>
    public static string OneState(string state) => "{\"StartAt\":\"A\",\"States\":{\"A\":" + state + "}}";

    /// <summary>A machine of these states, the first of which is <c>A</c>.</summary>
    public static string States(string states) => "{\"StartAt\":\"A\",\"States\":{" + states + "}}";

    /// <summary>The definition has exactly one fault, with that kind, pointer, message and the marked span.</summary>
    public static void Only(string marked, string kind, string pointer, string message, Severity severity = Severity.Warning, MachineType type = MachineType.Standard)
    {
        int start = marked.IndexOf('«', StringComparison.Ordinal);
        int end = marked.IndexOf('»', StringComparison.Ordinal) - 1;
        string text = Unmarked(marked);

        Fault fault = Assert.Single(Find(text, type));

        Assert.Equal((kind, pointer, message, severity), (fault.Kind, fault.Pointer, fault.Message, fault.Severity));
        Assert.Equal(text[start..end], text.Substring(fault.Span.Start, fault.Span.Length));
        Assert.Equal(start, fault.Span.Start);
        Assert.Same(fault.Descriptor, FaultCatalog.Find(fault.Id));
    }

    /// <summary>The definition has exactly these faults, each as <c>kind pointer</c>, in the order of the text.</summary>
    public static void All(string text, params string[] expected) =>
        Assert.Equal(expected, Find(text, MachineType.Standard).Select(fault => $"{fault.Kind} {fault.Pointer}"));

    /// <summary>No rule finds anything.</summary>
    public static void None(string text, MachineType type = MachineType.Standard) => Assert.Empty(Find(text, type));

    /// <summary>The faults, but for what only says that a part of the language is not compiled.</summary>
    public static IReadOnlyList<Fault> Find(string text, MachineType type)
    {
        BoundMachine bound = MachineBinder.Bind(text, type);
        Assert.True(bound.Machine is not null, string.Join('\n', bound.Faults));
        return [.. RuleList.Check(bound).Where(fault => fault.Descriptor != CompilerFaults.Unsupported)];
    }

    private static string Unmarked(string marked) => marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
}
