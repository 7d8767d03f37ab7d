extern alias analyzers;

using System.Runtime.CompilerServices;
using analyzers::Compiled.Analyzers;
using Compiled.Generator.Tests.Pipeline;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.Generator.Tests.Analyzers;

/// <summary>What analyzers keep from one edit to the next, and what makes them look again. L-468 at the speed of an editor.</summary>
public sealed class KeptFindingsTests
{
    private const string Path = "/shop/Order.asl.json";
    private const string Other = "/shop/Other.asl.json";

    private static readonly TestProject s_order = new TestProject().Source("Order.cs", Samples.OrderClass).Definition(Path, Samples.Order).Definition(Other, "{ }");

    [Fact]
    public void Faults_OfAText_AreThoseOfTheSameTextReadAgain()
    {
        SourceText text = SourceText.From("""{ "StartAt": "Kept", "States": { } }"""), again = SourceText.From(text.ToString()), edited = SourceText.From(text + " ");

        IReadOnlyList<Fault> faults = Faults(text);

        Assert.NotEmpty(faults);
        Assert.Same(faults, Faults(again));
        Assert.NotSame(faults, Faults(again, Language.Binding.MachineType.Express));
        Assert.NotSame(faults, Faults(edited));
        Assert.NotSame(faults, Faults(text));

        static IReadOnlyList<Fault> Faults(SourceText text, Language.Binding.MachineType type = Language.Binding.MachineType.Standard) =>
            KnownDefinition.Of("/kept/Kept.asl.json", text, type).Faults(text);
    }

    [Fact]
    public void Names_OfDefinitionsThatWereNotEdited_AreKeptWhileTheOptionsAreTheSame()
    {
        TestProject edited = s_order.Definition(Path, Samples.Order + " ");

        DefinitionTexts known = Texts(s_order), after = Texts(edited), others = Texts(s_order with { Options = new() });

        Assert.Equal(known.Files, after.Files);
        Assert.Same(known.Files[1], after.Files[1]);
        Assert.NotSame(known.Files[1], others.Files[1]);
        Assert.Same(edited.Definitions[0], after[Path]);
        Assert.Same(s_order.Definitions[1], after[Other]);

        static DefinitionTexts Texts(TestProject project) => DefinitionTexts.Of(new AnalyzerOptions(project.Definitions, project.Options));
    }

    [Fact]
    public void Code_AfterAnEditOfADefinition_IsTheSame()
    {
        CSharpCompilation before = s_order.Compile();

        Assert.Same(ProjectCode.Of(WithEmitted(before, s_order)), ProjectCode.Of(WithEmitted(before, s_order.Definition(Path, Samples.Order.Replace("\"done\"", "\"over\"")))));
    }

    [Fact]
    public void Code_AfterAnEditOfCSharpOrOfWhatIsDeclared_IsAnother()
    {
        CSharpCompilation before = s_order.Compile();
        ProjectCode known = ProjectCode.Of(WithEmitted(before, s_order));

        Assert.NotSame(known, ProjectCode.Of(WithEmitted(before.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Added;", s_order.ParseOptions, "Added.cs")), s_order)));
        Assert.NotSame(known, ProjectCode.Of(WithEmitted(before, s_order.Definition("/shop/Third.asl.json", Samples.Order))));
        Assert.NotSame(known, ProjectCode.Of(WithEmitted(before, s_order).WithAssemblyName("Mall")));
    }

    [Fact]
    public void Findings_OfAClass_AreKeptUntilItsOwnDefinitionChanges()
    {
        CSharpCompilation compilation = WithEmitted(s_order.Compile(), s_order);
        string changed = Samples.Order.Replace("function:ChargeCard", "function:PayCard").Replace("\"Charge\"", "\"Pay\"");

        ClassFindings known = Findings(compilation, s_order);

        Assert.Same(known, Findings(compilation.Clone(), s_order));
        Assert.Same(known, Findings(compilation.Clone(), s_order.Definition(Other, """{ "States": { } }""")));
        Assert.Equal(["ASL3001"], Findings(compilation.Clone(), s_order.Definition(Path, changed)).InDefinition.Select(fault => fault.Id));
        Assert.NotSame(known, Findings(compilation.Clone(), s_order.Definition("/shop/Third.asl.json", Samples.Order)));
    }

    [Fact]
    public async Task Class_OfSeveralPartsInOneFile_IsLookedAtOnce()
    {
        TestProject project = s_order.Source("Order.cs", Samples.OrderClass.Replace("[TaskHandler(\"Charge\")]", "") + "\n[System.Obsolete] public partial class OrderWorkflow;\n")
            .Definition(Other, """{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }""");

        Assert.Equal("ASL3001", (await Diagnosed.Single(project)).Id);
    }

    [Fact]
    public async Task Diagnostics_OfEachEdit_AreThoseOfAProjectNeverSeen()
    {
        CSharpCompilation before = s_order.Compile();
        string[] edits =
        [
            Samples.Order,
            Samples.Order.Replace("\"Charge\"", "\"Pay\"").Replace("function:ChargeCard", "function:PayCard"),
            "{ \"StartAt\": ",
            Samples.Order.Replace("\"Next\": \"Notify\"", "\"Next\": \"Ntify\""),
            Samples.Order,
        ];
        List<string> ids = [];
        foreach (string edit in edits)
        {
            TestProject project = s_order.Definition(Path, edit).Definition(Other, """{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }""");
            string[] kept = await Reported(WithEmitted(before, project), project);

            Assert.Equal(await Reported(project.CompileGenerated(), project), kept);
            ids.Add(string.Join(' ', kept.Select(text => text.Split(": ")[1].Split(' ')[1])));
        }

        Assert.Equal(["", "ASL3002 ASL3001", "ASL1001 ASL1001", "ASL1102", ""], ids);
    }

    [Fact]
    public void RecentValues_BeyondTwiceTheCapacity_KeepWhatWasAskedForLast()
    {
        RecentValues<int, object> values = new(10);
        object first = values.GetOrMake(0, _ => true, () => new object());

        for (int i = 1; i < 100; i++)
        {
            values.GetOrMake(i, _ => true, () => new object());
            Assert.Same(first, values.GetOrMake(0, _ => true, () => new object()));
            Assert.InRange(values.Count, 1, 20);
        }
        Assert.Same(first, values.GetOrMake(50, _ => true, () => first));
    }

    [Fact]
    public void RecentValues_OutOfDate_AreReplaced()
    {
        RecentValues<int, string> values = new(1);

        Assert.Equal("a", values.GetOrMake(0, _ => true, () => "a"));
        Assert.Equal("b", values.GetOrMake(0, value => value == "b", () => "b"));
        Assert.Equal("c", values.GetOrMake(1, _ => true, () => "c"));
        Assert.Equal("d", values.GetOrMake(0, value => value == "d", () => "d"));
        Assert.Equal(("d", "c", 2), (values.GetOrMake(0, _ => true, () => "e"), values.GetOrMake(1, _ => true, () => "e"), values.Count));
    }

    [Fact]
    public void Code_OfAProjectThatIsGone_IsNotHeld()
    {
        WeakReference gone = Forgotten();

        for (int i = 0; i < 5 && gone.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(gone.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Forgotten()
    {
        TestProject project = new TestProject().Source("Gone.cs", Samples.OrderClass).Definition(Path, Samples.Order);
        CSharpCompilation compilation = project.CompileGenerated();
        Findings(compilation, project);
        return new WeakReference(compilation);
    }

    private static ClassFindings Findings(CSharpCompilation compilation, TestProject project)
    {
        ProjectWorkflows workflows = ProjectWorkflows.Of(compilation, new AnalyzerOptions(project.Definitions, project.Options));
        return workflows.FindingsOf(Assert.Single(workflows.Names.Classes), CancellationToken.None);
    }

    private static CSharpCompilation WithEmitted(CSharpCompilation compilation, TestProject project) =>
        compilation.AddSyntaxTrees(project.Driver().RunGenerators(compilation).GetRunResult().GeneratedTrees);

    private static async Task<string[]> Reported(CSharpCompilation compilation, TestProject project)
    {
        AnalyzerOptions options = new(project.Definitions, project.Options);
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers([new DefinitionAnalyzer(), new HandlerAnalyzer(), new JsonataAnalyzer()], options);
        return [.. (await analysis.GetAnalyzerDiagnosticsAsync()).Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal).Reverse()];
    }
}
