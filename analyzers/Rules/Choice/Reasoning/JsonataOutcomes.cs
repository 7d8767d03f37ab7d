using System.Text;
using Compiled.Language.Binding;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Rules;

/// <summary>
/// Takes the condition of a JSONata rule apart into parts that are either true or false, so that one which is the opposite of another is seen as that:
/// <c>$n &gt;= 5</c> is not <c>$n &lt; 5</c>.
/// </summary>
internal static class JsonataOutcomes
{
    private const int DeepestTree = 32;

    /// <summary>The parts as keys, by which the same part of two rules is the same.</summary>
    public static IEnumerable<string> Keys(JsonataCondition condition)
    {
        var keys = new List<string>();
        Evaluate(condition, key =>
        {
            keys.Add(key);
            return Truth.True;
        }, visitsAll: true);
        return keys;
    }

    /// <summary>What the condition comes to, by what each part comes to.</summary>
    public static Truth Evaluate(JsonataCondition condition, Func<string, Truth> outcome) => Evaluate(condition, outcome, visitsAll: false);

    private static Truth Evaluate(JsonataCondition condition, Func<string, Truth> outcome, bool visitsAll)
    {
        string text = condition.Expression!.Expression;
        return condition.Expression.Parsed.Root is { } root ? Evaluate(root, text, outcome, visitsAll, 0) : outcome(text);
    }

    private static Truth Evaluate(JsonataNode node, string text, Func<string, Truth> outcome, bool visitsAll, int depth)
    {
        bool isPlain = node.Predicates.Count == 0 && node.Group is null && depth < DeepestTree;
        switch (node)
        {
            case BooleanLiteral literal when isPlain:
                return literal.Value ? Truth.True : Truth.False;
            case BlockNode { Expressions.Count: 1 } block when isPlain:
                return Evaluate(block.Expressions[0], text, outcome, visitsAll, depth + 1);
            case CallNode { Name: "not", Arguments.Count: 1 } call when isPlain:
                return Not(Evaluate(call.Arguments[0], text, outcome, visitsAll, depth + 1));
            case BinaryNode { Operator: JsonataOperator.And or JsonataOperator.Or } binary when isPlain:
                Truth left = Evaluate(binary.Left, text, outcome, visitsAll, depth + 1);
                bool isDecided = left == (binary.Operator == JsonataOperator.And ? Truth.False : Truth.True);
                return isDecided && !visitsAll ? left : Evaluate(binary.Right, text, outcome, visitsAll, depth + 1);
            case BinaryNode binary when isPlain && Opposite(binary.Operator) is { } opposite:
                return Not(outcome($"{TextOf(binary.Left, text)} {opposite} {TextOf(binary.Right, text)}"));
            case BinaryNode binary when isPlain && (binary.Operator is JsonataOperator.Equal or JsonataOperator.Less or JsonataOperator.Greater):
                return outcome($"{TextOf(binary.Left, text)} {binary.Operator} {TextOf(binary.Right, text)}");
            default:
                return outcome(TextOf(node, text));
        }
    }

    private static JsonataOperator? Opposite(JsonataOperator @operator) => @operator switch
    {
        JsonataOperator.NotEqual => JsonataOperator.Equal,
        JsonataOperator.GreaterOrEqual => JsonataOperator.Less,
        JsonataOperator.LessOrEqual => JsonataOperator.Greater,
        _ => null,
    };

    private static Truth Not(Truth truth) => truth == Truth.True ? Truth.False : Truth.True;

    // Blanks outside strings say nothing.
    private static string TextOf(JsonataNode node, string text)
    {
        var plain = new StringBuilder();
        char quote = '\0';
        for (int i = Math.Max(0, node.Span.Start); i < Math.Min(text.Length, node.Span.End); i++)
        {
            char c = text[i];
            if (quote == '\0' && (c is '"' or '\'' or '`'))
                quote = c;
            else if (c == quote)
                quote = '\0';
            if (quote != '\0' || !char.IsWhiteSpace(c))
                plain.Append(c);
        }
        return plain.ToString();
    }
}
