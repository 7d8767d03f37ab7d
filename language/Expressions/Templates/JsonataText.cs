using System.Diagnostics.CodeAnalysis;
using Compiled.Language.Expressions.Jsonata;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>A string that is a JSONata expression: it starts with <c>{%</c> and ends with <c>%}</c>, no blanks around them.</summary>
public sealed class JsonataText
{
    private const string Open = "{%";
    private const string Close = "%}";

    private JsonataText(string expression, StringNode source)
    {
        Expression = expression;
        Source = source;
    }

    /// <summary>What stands between the delimiters, blanks and line breaks kept.</summary>
    public string Expression { get; }

    /// <summary>The string of the definition. Its character 2 is the first of <see cref="Expression"/>.</summary>
    public StringNode Source { get; }

    /// <summary>The expression parsed, or what keeps it from being one.</summary>
    public JsonataExpression Parsed => field ??= JsonataParser.Parse(Expression);

    /// <summary>Takes the string for an expression if it has both delimiters.</summary>
    public static bool TryRead(StringNode node, [NotNullWhen(true)] out JsonataText? text)
    {
        text = null;
        string value = node.Value;
        if (value.Length < Open.Length + Close.Length || !Starts(value) || !Ends(value))
            return false;
        text = new JsonataText(value.Substring(2, value.Length - 4), node);
        return true;
    }

    /// <summary>The fault of a string that has one delimiter without the other; null for every other string.</summary>
    public static Fault? CheckDelimiters(StringNode node)
    {
        if (TryRead(node, out _))
            return null;
        string value = node.Value;
        if (Starts(value))
            return ExpressionFaults.JsonataDelimiter.Inside(node, 0, value.Length, "The JSONata expression starts with '{%' and does not end; expected '%}' at its end");
        if (Ends(value))
            return ExpressionFaults.JsonataDelimiter.Inside(node, 0, value.Length, "The JSONata expression ends with '%}' and does not start; expected '{%' at its start");
        return null;
    }

    /// <summary>The span in the definition of a part of <see cref="Expression"/>.</summary>
    public TextSpan SourceSpan(int start, int length) => Source.SourceSpan(Open.Length + start, length);

    /// <summary>A fault on a part of <see cref="Expression"/>.</summary>
    public Fault FaultAt(FaultDescriptor descriptor, TextSpan span, string message, Severity? severity = null) =>
        new(descriptor, message, SourceSpan(span.Start, span.Length), Source.Pointer, severity);

    /// <summary>Reports every syntax error of the expression.</summary>
    internal void ReportErrors(Action<Fault> report)
    {
        foreach (JsonataSyntaxError error in Parsed.Errors)
            report(FaultAt(ExpressionFaults.BadJsonata, error.Span, $"The JSONata expression does not parse ({error.Code}): {error.Message}{PlaceholderHint(error.Span.Start)}"));
    }

    // A deployment may make an expression of it; what is not one yet cannot be compiled.
    private string PlaceholderHint(int at)
    {
        for (int i = Expression.LastIndexOf('$', Math.Min(at, Expression.Length - 1)); i >= 0; i = i == 0 ? -1 : Expression.LastIndexOf('$', i - 1))
        {
            int length = Placeholders.LengthAt(Expression, i);
            if (at < i + length)
                return $"; '{Expression.Substring(i, length)}' is a placeholder, which must be replaced first or stand in a string";
        }
        return "";
    }

    private static bool Starts(string value) => value.StartsWith(Open, StringComparison.Ordinal);

    private static bool Ends(string value) => value.EndsWith(Close, StringComparison.Ordinal);
}
