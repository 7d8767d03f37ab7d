using Compiled.Generator.Tests.Pipeline;
using Microsoft.CodeAnalysis;

namespace Compiled.Generator.Tests.Analyzers;

/// <summary>Faults of methods marked <c>[Jsonata]</c>: ASL1209 on the expression's characters, ASL3010 on the method's name.</summary>
public sealed class JsonataAnalyzerTests
{
    private static readonly TestProject s_project = new() { Generator = new JsonataGenerator() };

    [Theory]
    [InlineData("""[Jsonata("a + b")] public static partial double Sum(JsonElement input);""")]
    [InlineData("""[Jsonata("a + $b")] internal static partial string? Sum(string input, int b);""")]
    public async Task Method_ThatIsSound_IsClean(string method) => Assert.Empty(await Diagnosed.Of(Project(method)));

    /// <summary>The place is where the token stands in the file, whatever the literal writes it like; it is reported once.</summary>
    [Theory]
    [InlineData("\"a ! b\"", "!")]
    [InlineData("\"\\U0001F600 \\u0061 b\"", "\\u0061")]
    [InlineData("\"'\\u0061\\x62\\U0001F600\\U00000041\\\\n' ! b\"", "!")]
    [InlineData("@\"\"\"x\"\" ! b\"", "!")]
    [InlineData("@\"a\r\n  ! b\"", "!")]
    [InlineData("\"\"\"'x' ! b\"\"\"", "!")]
    [InlineData("\"\"\"\"\"a ! b\"\"\"\"\"", "!")]
    [InlineData("\"\"\"\n      {\n\n        'a': !\n      }\n      \"\"\"", "!")]
    [InlineData("\"\"\"\r\n      {\r\n \r\n        'a': !\r\n      }\r\n      \"\"\"", "!")]
    [InlineData("\"a \" + (\"+\" + \" !\") + \" b\"", "!")]
    [InlineData("expression: \"a ! b\"", "!")]
    [InlineData("\"$sum(a\"", "\"")]
    [InlineData("\"\"\"$sum(a\"\"\"", "\"")]
    [InlineData("\"\"\"\n      $sum(\n      a\n      \"\"\"", "\n")]
    [InlineData("\"\"", "\"")]
    [InlineData("Text", "Text")]
    [InlineData("\"a \" + Text", "\"a \" + Text")]
    [InlineData("$\"{Text}\"", "$\"{Text}\"")]
    public async Task BadJsonata_InALiteral_IsReportedOnTheCharacter(string literal, string place)
    {
        TestProject project = Project($"private const string Text = \"! b\";\n    [Jsonata({literal})] public static partial double Sum(JsonElement input);");

        Diagnosed found = await Diagnosed.Single(project);

        Assert.Equal(("ASL1209", DiagnosticSeverity.Error, place), (found.Id, found.Severity, found.Text));
    }

    [Fact]
    public async Task BadJsonata_Message_IsJsonatasOwnWithItsCode()
    {
        Diagnosed found = await Diagnosed.Single(Project("""[Jsonata("$sum(a]")] public static partial double Sum(JsonElement input);"""));

        Assert.Equal(new Diagnosed("ASL1209", DiagnosticSeverity.Error, "A.cs", "]", "S0202: Expected \")\", got \"]\""), found);
    }

    [Theory]
    [InlineData("public static double Sum(JsonElement input) => 0;", "it is not partial; add 'partial' and leave its body out")]
    [InlineData("public partial double Sum(JsonElement input);", "it is not static; add 'static'")]
    [InlineData("public static partial double Sum<T>(JsonElement input);", "it has type parameters, and nothing says what they are")]
    [InlineData("public static partial ref double Sum(JsonElement input);", "it returns a reference")]
    [InlineData("public static partial double Sum(in JsonElement input);", "its parameter 'input' is passed by reference")]
    [InlineData("public static partial void Sum(JsonElement input);", "it returns nothing; let it return the result, or take an 'IBufferWriter<byte>' to write it to")]
    [InlineData("public static partial double Sum(JsonElement input, IBufferWriter<byte> output);", "it returns the result and takes a buffer to write it to; let it return nothing")]
    [InlineData("public static partial void Sum(IBufferWriter<byte> a, IBufferWriter<byte> b);", "it takes two buffers to write to")]
    [InlineData("public static partial double Sum(Evaluation a, Evaluation b);", "it takes two evaluations")]
    [InlineData("public static partial ReadOnlySpan<byte> Sum(JsonElement input);", "it returns 'ReadOnlySpan<byte>', which nothing would own; let it return 'byte[]', or take an 'IBufferWriter<byte>'")]
    [InlineData("public static partial double Sum(Version input);", "its parameter 'input' is of type 'System.Version', which needs a source-generated context; set JsonContext")]
    [InlineData("public static partial Version Sum(JsonElement input);", "it returns 'System.Version', which needs a source-generated context; set JsonContext")]
    [InlineData("public static partial double Sum(Action input);", "its parameter 'input' is of type 'System.Action', which has no form in JSON")]
    [InlineData("public static partial double Sum(ReadOnlySpan<char> input);", "its parameter 'input' is of type 'System.ReadOnlySpan<char>', which has no form in JSON")]
    public async Task JsonataMethod_ThatNoBodyCanBeWrittenFor_IsReportedAtItsName(string method, string problem)
    {
        Diagnosed found = await Diagnosed.Single(Project("[Jsonata(\"1\")] " + method));

        Assert.Equal(new Diagnosed("ASL3010", DiagnosticSeverity.Error, "A.cs", "Sum", $"'Sum' cannot be a JSONata expression: {problem}."), found);
    }

    [Theory]
    [InlineData("public static class Outer { public static partial class Inner { [Jsonata(\"1\")] public static partial double Sum(); } }", "'Outer' around it is not partial; add 'partial'")]
    [InlineData("file static partial class Outer { [Jsonata(\"1\")] public static partial double Sum(); }", "'Outer' around it is local to its file, and the emitted part stands in another")]
    public async Task JsonataMethod_InATypeThatNothingCanBeAddedTo_NamesThatType(string type, string problem)
    {
        Diagnosed found = await Diagnosed.Single(s_project.Source("A.cs", "using Compiled;\n" + type));

        Assert.Equal(("ASL3010", $"'Sum' cannot be a JSONata expression: {problem}."), (found.Id, found.Message));
    }

    private static TestProject Project(string members) => s_project.Source("A.cs", $$"""
        using Compiled;
        using Compiled.Jsonata;
        using System;
        using System.Buffers;
        using System.Text.Json;

        public static partial class Sums
        {
            {{members}}
        }
        """);
}
