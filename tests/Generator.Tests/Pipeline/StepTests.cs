using Compiled.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>What an edit makes the generator compute anew. The issue, "Shows": generator tests by step name.</summary>
public sealed class StepTests
{
    private static readonly TestProject s_project = new TestProject()
        .Source("Order.cs", Samples.OrderClass)
        .Source("Errors.cs", "[Compiled.AslError(\"OutOfStock\")] public sealed class OutOfStock : System.Exception;")
        .Definition("/shop/Order.asl.json", Samples.Order)
        .Definition("/shop/Refund.asl.json", Samples.Pass);

    [Theory]
    [InlineData("Order.cs", "return Task.FromResult(cart);", "Task.Yield(); return Task.FromResult(cart);")]
    [InlineData("Order.cs", "namespace Shop;", "\n\n// A line above the class.\nnamespace Shop;")]
    [InlineData("Errors.cs", "Exception;", "Exception { public int Count => 1; }")]
    public void Steps_AfterEditThatNoMachineDependsOn_AreAllCached(string file, string before, string after)
    {
        string edited = s_project.Sources[file].Replace(before, after);
        Assert.NotEqual(s_project.Sources[file], edited);

        GeneratorRunResult result = Rerun(s_project, s_project.Source(file, edited));

        AssertCached(result, Steps.Definitions);
        AssertReadAgainWithoutChange(result);
        AssertCached(result, Steps.Machines, Steps.Sources, Steps.Registrations);
        AssertOutputsCached(result);
    }

    [Fact]
    public void Steps_AfterWhitespaceEditOfDefinition_StopAtUnchanged()
    {
        GeneratorRunResult result = Rerun(s_project, s_project.Definition("/shop/Order.asl.json", Samples.Order.Replace("\n", "\n   ")));

        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached], Reasons(result, Steps.Definitions));
        AssertReadAgainWithoutChange(result);
        AssertCached(result, Steps.Machines, Steps.Sources, Steps.Registrations);
        AssertOutputsCached(result);
    }

    [Fact]
    public void Steps_AfterEditOfOneDefinition_LeaveTheOtherMachineAlone()
    {
        GeneratorRunResult result = Rerun(s_project, s_project.Definition("/shop/Refund.asl.json", Samples.PassNamed("Paid")));

        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], Reasons(result, Steps.Definitions));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], Reasons(result, Steps.Machines));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], Reasons(result, Steps.Sources));
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(result, Steps.Registrations));
    }

    // An output made before all others would give each run another compilation, and the compiler would bind every class with attributes anew.
    [Fact]
    public void Steps_AfterEditOfOneDefinition_ReadNoClassAgain() =>
        AssertCached(Rerun(s_project, s_project.Definition("/shop/Refund.asl.json", Samples.PassNamed("Paid"))), Steps.Handlers, Steps.Errors);

    [Fact]
    public void Steps_AfterEditOfHandlerSignature_ChangeItsMachineAlone()
    {
        string edited = Samples.OrderClass.Replace("private Cart Pay(Cart cart) => cart", "private string Pay(Cart cart) => cart.Id");
        GeneratorRunResult result = Rerun(s_project, s_project.Source("Order.cs", edited));

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(result, Steps.Machines));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(result, Steps.Sources));
    }

    [Fact]
    public void Steps_AfterOneDefinitionIsBroken_LeaveTheOtherMachineAlone()
    {
        GeneratorRunResult result = Rerun(s_project, s_project.Definition("/shop/Order.asl.json", Samples.Order[..200]));

        Assert.Null(result.Exception);
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(result, Steps.Sources));
        Assert.Contains(result.GeneratedSources, source => source.HintName == "Shop.OrderWorkflow.g.cs");
        Assert.Contains(result.GeneratedSources, source => source.HintName == "Shop.Refund.g.cs");
    }

    [Fact]
    public void Steps_InEveryValue_HoldNoCompilationSymbolOrSyntax()
    {
        GeneratorRunResult result = s_project.Driver().RunGenerators(s_project.Compile()).GetRunResult().Results.Single();

        string[] steps = [Steps.Definitions, Steps.Handlers, Steps.Errors, Steps.Machines, Steps.Sources, Steps.Registrations];
        foreach (object value in steps.SelectMany(step => result.TrackedSteps[step]).SelectMany(step => step.Outputs).Select(output => output.Value))
            Assert.StartsWith("Compiled.", value.GetType().Namespace);
    }

    // Only what was edited is new in the second run, as in an editor.
    private static GeneratorRunResult Rerun(TestProject before, TestProject after)
    {
        CSharpCompilation compilation = before.Compile();
        GeneratorDriver driver = before.Driver().RunGenerators(compilation);
        foreach ((AdditionalText old, AdditionalText now) in before.Definitions.Zip(after.Definitions).Where(pair => pair.First != pair.Second))
            driver = driver.ReplaceAdditionalText(old, now);
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => before.Sources[tree.FilePath] != after.Sources[tree.FilePath]))
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(after.Sources[tree.FilePath])));
        return driver.RunGenerators(compilation).GetRunResult().Results.Single();
    }

    private static IncrementalStepRunReason[] Reasons(GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static void AssertCached(GeneratorRunResult result, params string[] steps) =>
        Assert.All(steps, step => Assert.All(Reasons(result, step), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason)));

    // What is read off symbols is read with each new compilation; it has to come out equal.
    private static void AssertReadAgainWithoutChange(GeneratorRunResult result) => Assert.All(
        Reasons(result, Steps.Handlers).Concat(Reasons(result, Steps.Errors)),
        reason => Assert.Contains(reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged }));

    private static void AssertOutputsCached(GeneratorRunResult result) => Assert.All(
        result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs),
        output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
}
