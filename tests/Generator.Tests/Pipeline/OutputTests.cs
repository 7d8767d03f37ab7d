using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>Which files are emitted for which definitions and classes.</summary>
public sealed class OutputTests
{
    [Fact]
    public void Definition_WithoutClass_GivesPublicClassOfTheFilesNameInTheRootNamespace()
    {
        Dictionary<string, string> files = new TestProject().Definition("/shop/order-fulfillment.asl.json", Samples.Pass).Generate();

        Assert.Contains("public partial class OrderFulfillment", files["Shop.OrderFulfillment.g.cs"]);
        Assert.Contains("namespace Shop", files["Shop.OrderFulfillment.g.cs"]);
    }

    [Fact]
    public void Metadata_OfDefinition_SetsNamespaceClassAccessibilityAndType()
    {
        const string path = "/shop/Order.asl.json";
        TestOptions options = new TestOptions()
            .Metadata(path, "CompiledNamespace", "Acme.Flows")
            .Metadata(path, "CompiledClassName", "Fulfil")
            .Metadata(path, "CompiledAccessibility", "internal")
            .Metadata(path, "CompiledType", "Express");

        Dictionary<string, string> files = new TestProject { Options = options }.Definition(path, Samples.Pass).Generate();

        string code = files["Acme.Flows.Fulfil.g.cs"];
        Assert.Contains("namespace Acme.Flows", code);
        Assert.Contains("internal partial class Fulfil", code);
        Assert.Contains("MachineType.Express", code);
    }

    [Fact]
    public void Metadata_OfNoUse_LeavesTheDefaults()
    {
        const string path = "/shop/Order.asl.json";
        TestOptions options = new TestOptions()
            .Metadata(path, "CompiledNamespace", "1.2")
            .Metadata(path, "CompiledClassName", "A.B")
            .Metadata(path, "CompiledAccessibility", "private");

        Assert.Contains("public partial class Order", new TestProject { Options = options }.Definition(path, Samples.Pass).Generate()["Shop.Order.g.cs"]);
    }

    [Theory]
    [InlineData("Order.asl.json")]
    [InlineData("flows/Order.asl.json")]
    [InlineData("../flows/Order.asl.json")]
    [InlineData("")]
    public void Class_NamingItsDefinition_TakesItsPlace(string written)
    {
        Dictionary<string, string> files = new TestProject()
            .Source("A.cs", $"namespace My; [Compiled.StateMachine(\"{written}\")] internal partial class OrderWorkflow;")
            .Definition("/shop/flows/Order.asl.json", Samples.PassNamed("Paid"))
            .Definition("/shop/Refund.asl.json", Samples.Pass)
            .Generate();

        Assert.Equal(["CompiledWorkflows.g.cs", "My.OrderWorkflow.g.cs", "Shop.Refund.g.cs"], Emitted(files));
        Assert.Contains("\"Paid\"", files["My.OrderWorkflow.g.cs"]);
    }

    [Fact]
    public void Classes_OfOneDefinition_EachGetTheMachine()
    {
        Dictionary<string, string> files = new TestProject()
            .Source("A.cs", "[Compiled.StateMachine(\"Order.asl.json\")] public partial class Fast; [Compiled.StateMachine(\"Order.asl.json\")] public partial class Slow;")
            .Definition("/shop/Order.asl.json", Samples.Pass)
            .Generate();

        Assert.Equal(["CompiledWorkflows.g.cs", "Fast.g.cs", "Slow.g.cs"], Emitted(files));
    }

    [Fact]
    public void Class_NamingNoDefinition_IsCompletedAllTheSame()
    {
        Dictionary<string, string> files = new TestProject()
            .Source("A.cs", "[Compiled.StateMachine(\"Lost.asl.json\")] public partial class Lost;")
            .Generate();

        Assert.Contains("partial class Lost", files["Lost.g.cs"]);
    }

    [Theory]
    [InlineData("public class Order;")]
    [InlineData("public static partial class Order;")]
    [InlineData("public partial class Order<T>;")]
    [InlineData("public partial record Order;")]
    [InlineData("public partial class Order : System.Exception;")]
    public void Class_ThatNothingCanBeAddedTo_GetsNoFile(string declaration)
    {
        Dictionary<string, string> files = new TestProject()
            .Source("A.cs", "[Compiled.StateMachine(\"Order.asl.json\")] " + declaration)
            .Definition("/shop/Order.asl.json", Samples.Pass)
            .Generate();

        Assert.Empty(Emitted(files));
    }

    [Fact]
    public void Class_InsideOthers_IsNestedInTheEmittedFileToo()
    {
        Dictionary<string, string> files = new TestProject()
            .Source("A.cs", "namespace My; partial class Outer { partial record struct Inner { [Compiled.StateMachine(\"Order.asl.json\")] private partial class Order; } }")
            .Definition("/shop/Order.asl.json", Samples.Pass)
            .Generate();

        Assert.Equal(["My.Outer.Inner.Order.g.cs"], Emitted(files));
        Assert.Contains("partial class Outer", files["My.Outer.Inner.Order.g.cs"]);
        Assert.Contains("partial record struct Inner", files["My.Outer.Inner.Order.g.cs"]);
    }

    [Fact]
    public void Definitions_OfOneName_GiveOneClass()
    {
        Dictionary<string, string> files = new TestProject()
            .Definition("/shop/a/Order.asl.json", Samples.PassNamed("First"))
            .Definition("/shop/b/Order.asl.json", Samples.PassNamed("Second"))
            .Generate();

        Assert.Equal(["CompiledWorkflows.g.cs", "Shop.Order.g.cs"], Emitted(files));
        Assert.Contains("\"First\"", files["Shop.Order.g.cs"]);
    }

    [Fact]
    public void HintNames_ThatDifferInCaseOnly_AreMadeDistinct()
    {
        Dictionary<string, string> files = new TestProject()
            .Definition("/shop/Order.asl.json", Samples.Pass)
            .Definition("/shop/ORDER.asl.json", Samples.Pass)
            .Generate();

        Assert.Equal(["CompiledWorkflows.g.cs", "Shop.ORDER.g.cs", "Shop.Order-2.g.cs"], Emitted(files));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1, 2")]
    [InlineData("""{ "StartAt": "Nowhere", "States": { "Here": { "Type": "Pass", "End": true } } }""")]
    public void Definition_WithFaults_StopsNeitherItsClassNorTheOthers(string text)
    {
        Dictionary<string, string> files = new TestProject()
            .Definition("/shop/Broken.asl.json", text)
            .Definition("/shop/Sound.asl.json", Samples.Pass)
            .Generate();

        Assert.Contains("partial class Broken", files["Shop.Broken.g.cs"]);
        Assert.Contains("partial class Sound", files["Shop.Sound.g.cs"]);
    }

    [Fact]
    public void Registrations_OfAProject_NameEachClassThatTheAssemblySees()
    {
        Dictionary<string, string> files = new TestProject()
            .Source("A.cs", "partial class Outer { [Compiled.StateMachine(\"Hidden.asl.json\")] private partial class Hidden; }")
            .Definition("/shop/Order.asl.json", Samples.Pass)
            .Definition("/shop/Hidden.asl.json", Samples.Pass)
            .Generate();

        Assert.Contains("AddWorkflow<global::Shop.Order>(services, static provider => new global::Shop.Order())", files["CompiledWorkflows.g.cs"]);
        Assert.DoesNotContain("Hidden", files["CompiledWorkflows.g.cs"]);
    }

    [Fact]
    public void Registrations_BesideAnotherGeneratorThatEmbedsTypes_Compile()
    {
        TestProject project = new TestProject().Definition("/shop/Order.asl.json", Samples.Pass);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new StateMachineGenerator().AsSourceGenerator(), new EmbeddingGenerator().AsSourceGenerator()], project.Definitions, project.ParseOptions, project.Options);

        driver.RunGeneratorsAndUpdateCompilation(project.Compile(), out var compilation, out _);

        Assert.Equal(2, compilation.GetTypeByMetadataName("Microsoft.CodeAnalysis.EmbeddedAttribute")!.DeclaringSyntaxReferences.Length);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Registrations_WithoutDependencyInjection_AreLeftOut() =>
        Assert.Equal(["Shop.Order.g.cs"], Emitted(new TestProject { HasDependencyInjection = false }.Definition("/shop/Order.asl.json", Samples.Pass).Generate()));

    [Fact]
    public void OtherAdditionalFiles_AreNoDefinitions() =>
        Assert.Empty(Emitted(new TestProject().Definition("/shop/appsettings.json", Samples.Pass).Generate()));

    private static string[] Emitted(Dictionary<string, string> files) => [.. files.Keys.Order(StringComparer.Ordinal)];
}
