using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Language.Tests.Expressions.Jsonata;

// FEATURES L-440 to L-442.
public sealed class JsonataFunctionTests
{
    public static TheoryData<string> Signatures => [.. JsonataFunctionTable.All.Select(row => row.SignatureText).Distinct()];

    [Fact]
    public void Table_Names_AreOneEachInADialect()
    {
        foreach (JsonataDialect dialect in new[] { JsonataDialect.Standard, JsonataDialect.StepFunctions })
        {
            string[] names = [.. JsonataFunctionTable.Names(dialect)];
            Assert.Equal(names.Distinct(), names);
            Assert.All(names, name => Assert.Equal(name, JsonataFunctionTable.Find(name, dialect)!.Name));
        }
    }

    [Theory]
    [InlineData("eval", true, false)]
    [InlineData("parse", false, true)]
    [InlineData("partition", false, true)]
    [InlineData("range", false, true)]
    [InlineData("hash", false, true)]
    [InlineData("uuid", false, true)]
    [InlineData("random", true, true)]
    [InlineData("randomSeeded", false, false)]
    [InlineData("sum", true, true)]
    [InlineData("Sum", false, false)]
    [InlineData("$sum", false, false)]
    public void Table_Find_KnowsTheDialects(string name, bool isStandard, bool isStepFunctions)
    {
        Assert.Equal(isStandard, JsonataFunctionTable.Find(name, JsonataDialect.Standard) is not null);
        Assert.Equal(isStepFunctions, JsonataFunctionTable.Find(name, JsonataDialect.StepFunctions) is not null);
    }

    [Theory]
    [MemberData(nameof(Signatures))]
    public void Table_Signature_IsRead(string text)
    {
        JsonataSignature signature = JsonataFunctionTable.All.First(row => row.SignatureText == text).Signature;

        Assert.Equal(text, signature.Text);
        Assert.Equal(text is "<:n>" or "<:s>", signature.Parameters.Count == 0);
    }

    [Theory]
    [InlineData("<s-nn?:s>", "[sm]?-? [nm] [nm]??")]
    [InlineData("<a<n>:n>", "[asnblfom]<n>")]
    [InlineData("<a+>", "[asnblfom]++")]
    [InlineData("<(nsb)-:n>", "[nsbm]?-?")]
    [InlineData("<s-f<s:o>n?:a<o>>", "[sm]?-? f<s:o> [nm]??")]
    [InlineData("<afj?:j>", "[asnblfom] f [asnblom]??")]
    [InlineData("<xl>", "[asnblfom] [lm]")]
    [InlineData("<:n>", "")]
    [InlineData("<?s>", "[sm]")]
    [InlineData("<qs>", "[sm]")]
    [InlineData("<a<a<n>>s>", "[asnblfom]<a<n>> [sm]")]
    [InlineData("<a<n", "[asnblfom]<n>")]
    [InlineData("<()>", "[m]")]
    public void Signature_Parameters_AreJsonatasPatterns(string text, string parameters)
    {
        JsonataSignature signature = JsonataParser.Parse("λ()" + (text.EndsWith('>') ? text : text + ">>") + "{1}") is { Root: LambdaNode { Signature: { } read } } ? read : throw new InvalidOperationException(text);

        Assert.Equal(parameters, string.Join(" ", signature.Parameters.Select(Show)));
    }

    [Theory]
    [InlineData("$uppercase()", null)]
    [InlineData("$uppercase('a')", null)]
    [InlineData("$uppercase(a)", null)]
    [InlineData("$uppercase(5)", "Argument 1 of '$uppercase' is a number, which fails with T0410; its signature is '<s-:s>'")]
    [InlineData("$uppercase('a', 'b')", "'$uppercase' is given 2 arguments; expected 0 to 1")]
    [InlineData("$substringBefore('a')", null)]
    [InlineData("$substringBefore()", "'$substringBefore' is given 0 arguments; expected 1 to 2")]
    [InlineData("$exists()", "'$exists' is given 0 arguments; expected 1")]
    [InlineData("$map([1])", "'$map' is given 1 argument; expected 2")]
    [InlineData("$map(1, $f)", null)]
    [InlineData("$map([1], function($v){ $v })", null)]
    [InlineData("$map([1], 2)", "Argument 2 of '$map' is a number, which fails with T0410; its signature is '<af>'")]
    [InlineData("$zip()", "'$zip' is given 0 arguments; expected at least 1")]
    [InlineData("$zip([1], [2], [3])", null)]
    [InlineData("$sum(1)", null)]
    [InlineData("$sum('1')", "Argument 1 of '$sum' is a string, which fails with T0412; its signature is '<a<n>:n>'")]
    [InlineData("$sum(['1'])", null)]
    [InlineData("$join(['a'], ',')", null)]
    [InlineData("$number(null)", "Argument 1 of '$number' is null, which fails with T0410; its signature is '<(nsb)-:n>'")]
    [InlineData("$replace('a', /b/, 'c', 1)", null)]
    [InlineData("$replace('a', {}, 'c')", "Argument 2 of '$replace' is an object, which fails with T0410; its signature is '<s-(sf)(sf)n?:s>'")]
    [InlineData("$pad('a', 5, true)", "Argument 3 of '$pad' is a boolean, which fails with T0410; its signature is '<s-ns?:s>'")]
    [InlineData("$formatNumber(1, '0', [])", "Argument 3 of '$formatNumber' is an array, which fails with T0410; its signature is '<n-so?:s>'")]
    [InlineData("$substring(['a'][0], 1)", null)]
    public void Arguments_Judged_FailOnlyWhereSure(string text, string? reason)
    {
        var call = (CallNode)JsonataParser.Parse(text).Root!;

        Assert.Equal(reason, JsonataArguments.Judge(JsonataFunctionTable.Find(call.Name!, JsonataDialect.Standard)!, call.Arguments, isPiped: false));
    }

    [Theory]
    [InlineData("$uppercase", "", null)]
    [InlineData("$uppercase", "'a'", "'$uppercase' is given 2 arguments; expected 0 to 1")]
    [InlineData("$map", "$f", null)]
    [InlineData("$join", "5", "Argument 2 of '$join' is a number, which fails with T0410; its signature is '<a<s>s?:s>'")]
    public void Arguments_OfAPipedCall_CountTheValueBefore(string function, string arguments, string? reason)
    {
        var call = (CallNode)JsonataParser.Parse($"{function}({arguments})").Root!;

        Assert.Equal(reason, JsonataArguments.Judge(JsonataFunctionTable.Find(call.Name!, JsonataDialect.Standard)!, call.Arguments, isPiped: true));
    }

    private static string Show(JsonataParameter parameter) =>
        parameter.Pattern
        + (parameter.TakesContext ? "-" : "")
        + (parameter.IsOptional ? "?" : "")
        + (parameter.IsRepeated ? "+" : "")
        + (parameter.Subtype is null ? "" : $"<{parameter.Subtype}>");
}
