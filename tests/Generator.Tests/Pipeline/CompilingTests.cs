using Microsoft.CodeAnalysis;

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>What is emitted compiles without a warning in a strict project.</summary>
public sealed class CompilingTests
{
    private const string Everything = """
        using Compiled;
        using System;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Shop
        {
            [AslError("Declined")] public class Declined : Exception;
            [AslError("Expired")] public sealed class Expired : Declined;

            public partial class Outer
            {
                internal partial record struct Inner
                {
                    [StateMachine("Order.asl.json", Type = MachineType.Standard, Name = "orders")]
                    private partial class Orders;
                }

                [StateMachine("Order.asl.json")]
                public partial class Handlers(int limit)
                {
                    [TaskHandler("Reserve stock")] private async Task<JsonNode> First(CancellationToken token, JsonElement input, TaskContext context) { await Task.Delay(limit, token); return input.GetRawText(); }
                    [TaskHandler("ChargeCard"), TaskHandler("Notify")] private static ReadOnlyMemory<byte> Second(ReadOnlyMemory<byte> input) => input;
                }
            }

            [StateMachine("Order.asl.json")]
            public partial class Values
            {
                [TaskHandler("Reserve stock")] private ValueTask<Compiled.Values.JsonValue> First(Compiled.Values.JsonValue input) => new(input);
                [TaskHandler("Charge")] private ValueTask Second() => default;
                [TaskHandler("Notify")] private void Third(string[] words) { }
            }

            [StateMachine("Lost.asl.json")]
            public partial class Lost;
        }

        [StateMachine("Order.asl.json")]
        public partial class Global;
        """;

    public static TheoryData<NullableContextOptions> Nullable => [NullableContextOptions.Enable, NullableContextOptions.Disable];

    [Theory]
    [MemberData(nameof(Nullable))]
    public void EmittedCode_OfEveryKindOfClass_CompilesWithoutWarning(NullableContextOptions nullable)
    {
        // The user's own code is not what is tested.
        string source = (nullable == NullableContextOptions.Enable ? "" : "#nullable enable\n") + Everything;
        TestProject project = new TestProject { Nullable = nullable }
            .Source("Everything.cs", source)
            .Definition("/shop/Order.asl.json", Samples.Order)
            .Definition("/shop/Refund.asl.json", Samples.Order.Replace("Charge\"", "States\""))
            .Definition("/shop/Pass.asl.json", Samples.Pass)
            .Definition("/shop/broken.asl.json", Samples.Order[..300]);

        AssertClean(project, project.CompileGenerated());
    }

    [Fact]
    public void Registrations_OfTwoProjectsThatShareTheirInternals_AreNotAmbiguous()
    {
        TestProject library = new TestProject()
            .Source("A.cs", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"App\")]")
            .Definition("/shop/Order.asl.json", Samples.Pass);
        TestProject app = new TestProject { Options = new TestOptions().Global("build_property.RootNamespace", "App") }
            .Source("B.cs", """
                using Microsoft.Extensions.DependencyInjection;
                public static class Start { public static IServiceCollection Add(IServiceCollection services) => services.AddCompiledWorkflows(); }
                """)
            .Definition("/app/Refund.asl.json", Samples.Pass);

        Driver(app, library, out var compilation);

        AssertClean(app, compilation);
    }

    // The user's own part may warn; an error anywhere may come of what was emitted.
    private static void AssertClean(TestProject project, Microsoft.CodeAnalysis.Compilation compilation)
    {
        string[] found =
        [
            .. compilation.GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                    || (diagnostic.Severity == DiagnosticSeverity.Warning && !project.Sources.ContainsKey(diagnostic.Location.GetLineSpan().Path)))
                .Select(diagnostic => diagnostic.ToString()),
        ];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    private static void Driver(TestProject app, TestProject library, out Microsoft.CodeAnalysis.Compilation compilation) => app.Driver().RunGeneratorsAndUpdateCompilation(
        app.Compile().WithAssemblyName("App").AddReferences(library.CompileGenerated().ToMetadataReference()), out compilation, out _);
}
