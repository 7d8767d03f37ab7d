using Compiled.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>What an edit makes the generator of <c>[Jsonata]</c> methods compute anew.</summary>
public sealed class JsonataStepTests
{
    private static readonly TestProject s_project = new TestProject { Generator = new JsonataGenerator() }
        .Source("Prices.cs", """
            using Compiled;
            using System.Text.Json;

            namespace Shop;

            public static partial class Prices
            {
                [Jsonata("$sum(items.price)")]
                public static partial double Total(JsonElement order);

                public static string Show(JsonElement order) => Total(order).ToString();
            }
            """)
        .Source("Names.cs", "public static partial class Names { [Compiled.Jsonata(\"name\")] public static partial string? Name(string person); }");

    [Theory]
    [InlineData("Prices.cs", "Total(order).ToString()", "$\"{Total(order)} EUR\"")]
    [InlineData("Prices.cs", "namespace Shop;", "\n\n// A line above the class.\nnamespace Shop;")]
    [InlineData("Prices.cs", "\"$sum(items.price)\"", "\"\"\"$sum(items.price)\"\"\"")]
    public void Steps_AfterEditThatNoMethodDependsOn_ComputeNothing(string file, string before, string after)
    {
        GeneratorRunResult result = Rerun(file, before, after);

        Assert.All(Reasons(result, Steps.JsonataMethods), static reason => Assert.Contains(reason, s_same));
        Assert.All(Reasons(result, Steps.JsonataSources), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(
            result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static run => run.Outputs),
            static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Theory]
    [InlineData("$sum(items.price)", "$max(items.price)")]
    [InlineData("double Total", "double? Total")]
    [InlineData("Total(JsonElement order);", "Total(JsonElement order, double limit);")]
    public void Steps_AfterEditOfOneMethod_LeaveTheOtherAlone(string before, string after)
    {
        GeneratorRunResult result = Rerun("Prices.cs", before, after);

        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], Reasons(result, Steps.JsonataSources).OrderByDescending(static reason => reason));
    }

    [Fact]
    public void Steps_InEveryValue_HoldNoCompilationSymbolOrSyntax()
    {
        GeneratorRunResult result = s_project.Driver().RunGenerators(s_project.Compile()).GetRunResult().Results.Single();

        foreach (object value in new[] { Steps.JsonataMethods, Steps.JsonataSources }.SelectMany(step => result.TrackedSteps[step]).SelectMany(static step => step.Outputs).Select(static output => output.Value))
            Assert.StartsWith("Compiled.", value.GetType().Namespace);
    }

    private static readonly IncrementalStepRunReason[] s_same = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    private static GeneratorRunResult Rerun(string file, string before, string after)
    {
        string edited = s_project.Sources[file].Replace(before, after);
        Assert.NotEqual(s_project.Sources[file], edited);
        CSharpCompilation compilation = s_project.Compile();
        GeneratorDriver driver = s_project.Driver().RunGenerators(compilation);
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
        return driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(edited)))).GetRunResult().Results.Single();
    }

    private static IncrementalStepRunReason[] Reasons(GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason)];
}
