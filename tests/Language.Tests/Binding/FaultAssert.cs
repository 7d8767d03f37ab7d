using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Tests.Binding;

/// <summary>Asserts on faults of definitions in which « and » stand around the span expected.</summary>
internal static class FaultAssert
{
    /// <summary>A machine whose only state, <c>A</c>, is the one given.</summary>
    public static string OneState(string state) => "{\"StartAt\":\"A\",\"States\":{\"A\":" + state + "}}";

    /// <summary>The definition has exactly one fault, with that kind, pointer, message and the marked span.</summary>
    public static void Only(string marked, string kind, string pointer, string message, Severity severity = Severity.Error, MachineType type = MachineType.Standard)
    {
        int start = marked.IndexOf('«', StringComparison.Ordinal);
        int end = marked.IndexOf('»', StringComparison.Ordinal) - 1;
        string text = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);

        BoundMachine bound = MachineBinder.Bind(text, type);

        Fault fault = Assert.Single(bound.Faults);
        Assert.Equal((kind, pointer, message, severity), (fault.Kind, fault.Pointer, fault.Message, fault.Severity));
        Assert.Equal(TextSpan.FromBounds(start, end), fault.Span);
        Assert.Equal(severity != Severity.Error, bound.Machine is not null);
        Assert.Same(fault.Descriptor, FaultCatalog.Find(fault.Id));
    }

    /// <summary>The definition has exactly these faults, each as <c>kind pointer</c>, in the order of the text.</summary>
    public static void All(string text, params string[] expected) =>
        Assert.Equal(expected, MachineBinder.Bind(text).Faults.Select(fault => $"{fault.Kind} {fault.Pointer}"));

    /// <summary>The definition has no fault; its machine.</summary>
    public static Machine Machine(string text, MachineType type = MachineType.Standard)
    {
        BoundMachine bound = MachineBinder.Bind(text, type);
        Assert.Empty(bound.Faults);
        return bound.Machine!;
    }

    /// <summary>The only state of a definition without faults.</summary>
    public static TState State<TState>(string state)
        where TState : State => Assert.IsType<TState>(Machine(OneState(state)).States[0]);
}
