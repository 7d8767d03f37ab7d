using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Faults;

/// <summary>Something wrong in a definition, known without running it.</summary>
public sealed class Fault
{
    /// <summary>Makes a fault of the given row of the catalog.</summary>
    /// <param name="descriptor">The row.</param>
    /// <param name="message">What is wrong with the thing named, then what was expected.</param>
    /// <param name="span">The smallest piece of text that is wrong.</param>
    /// <param name="pointer">The JSON pointer of the value concerned.</param>
    /// <param name="severity">Another severity than the row's default.</param>
    public Fault(FaultDescriptor descriptor, string message, TextSpan span, string pointer, Severity? severity = null)
    {
        Descriptor = descriptor;
        Message = message;
        Span = span;
        Pointer = pointer;
        Severity = severity ?? descriptor.DefaultSeverity;
    }

    /// <summary>The row of the catalog.</summary>
    public FaultDescriptor Descriptor { get; }

    /// <summary>The id, such as <c>ASL1001</c>.</summary>
    public string Id => Descriptor.Id;

    /// <summary>The category, such as <c>unknown-next</c>. Several ids may share one.</summary>
    public string Kind => Descriptor.Kind;

    /// <summary>How grave it is.</summary>
    public Severity Severity { get; }

    /// <summary>What is wrong and what was expected.</summary>
    public string Message { get; }

    /// <summary>The piece of text that is wrong.</summary>
    public TextSpan Span { get; }

    /// <summary>A JSON pointer such as <c>/States/A/Choices/0/Next</c>; empty for the whole definition.</summary>
    public string Pointer { get; }

    /// <summary>
    /// What was probably meant, to be written in place of the text at <see cref="Span"/>, without the quotes or escapes of JSON; null where nothing is near.
    /// </summary>
    public string? Suggestion { get; private init; }

    /// <summary>The same with what was probably meant as its suggestion, which also ends its message; the same fault where nothing is near.</summary>
    /// <param name="near">A name that is to stand in place of the text at <see cref="Span"/>.</param>
    public Fault DidYouMean(string? near) => near is null ? this : new Fault(Descriptor, Message + NearMiss.Question(near), Span, Pointer, Severity) { Suggestion = near };

    /// <summary>The same with a suggestion of which its message speaks already, or none.</summary>
    public Fault Suggesting(string? text) => text is null ? this : new Fault(Descriptor, Message, Span, Pointer, Severity) { Suggestion = text };

    /// <summary>For debugging and test output.</summary>
    public override string ToString() => $"{Id} {Severity} {Kind} {Pointer} {Span}: {Message}";
}
