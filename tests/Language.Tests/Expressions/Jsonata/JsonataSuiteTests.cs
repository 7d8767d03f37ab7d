using Compiled.Language.Expressions.Jsonata;
using Compiled.Language.Tests.Binding;

namespace Compiled.Language.Tests.Expressions.Jsonata;

/// <summary>The expressions of the official suite: each parses, or is refused with the code that the suite names.</summary>
public sealed class JsonataSuiteTests
{
    [CorpusFact]
    public void Parse_EachExpressionOfTheSuite_ParsesOrHasItsCode()
    {
        var wrong = new List<string>();
        int count = 0;
        foreach ((string id, string text, string? code) in JsonataSuite.Cases())
        {
            count++;
            JsonataExpression expression = JsonataParser.Parse(text);
            string? expected = code?.StartsWith('S') == true ? code : null;
            if (expression.Errors.FirstOrDefault()?.Code != expected)
                wrong.Add($"{id}: {expected ?? "no error"} expected, {expression.Errors.FirstOrDefault()?.ToString() ?? "none"}: {text}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(count >= 1000, $"{count} expressions");
    }
}
