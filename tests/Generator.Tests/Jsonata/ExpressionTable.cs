using System.Reflection;
using Compiled.Expressions;
using Compiled.Jsonata;
using Compiled.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Compiled.Generator.Tests.Jsonata;

/// <summary>Expressions compiled into one assembly, which is far cheaper than one by one, and evaluated by their text.</summary>
internal sealed class ExpressionTable
{
    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "Compiled.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Dictionary<string, int> _numbers = [];
    private readonly Dictionary<string, IReadOnlyList<JsonataCompileError>> _errors = [];
    private readonly Assembly _assembly;

    public ExpressionTable(IEnumerable<string> expressions, NullableContextOptions nullable = NullableContextOptions.Enable)
    {
        var trees = new List<SyntaxTree>();
        foreach (string text in expressions.Distinct(StringComparer.Ordinal))
        {
            CompiledExpression compiled = JsonataCompiler.Compile(text, new JsonataCompilerOptions { Namespace = "Table", ClassName = $"Row{trees.Count}", Variables = ["given"] });
            _errors[text] = compiled.Errors;
            if (compiled.Errors.Count > 0)
                continue;
            _numbers[text] = trees.Count;
            trees.Add(CSharpSyntaxTree.ParseText(compiled.Code, new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose), text));
        }
        var compilation = CSharpCompilation.Create(
            "Table" + Guid.NewGuid().ToString("N"), trees, s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: nullable, warningLevel: 9999));
        using var image = new MemoryStream();
        Messages = [.. compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString())];
        _assembly = Assembly.Load(image.ToArray());
    }

    /// <summary>What the C# compiler says; nothing for good code.</summary>
    public IReadOnlyList<string> Messages { get; }

    /// <summary>The value as JSON; <c>undefined</c>, <c>function</c>, or the code of the error.</summary>
    public string Evaluate(string text, string input = "", string given = "", Evaluation? evaluation = null)
    {
        if (_errors[text].Count > 0)
            return _errors[text][0].Code;
        var evaluate = _assembly.GetType($"Table.Row{_numbers[text]}")!.GetMethod("Evaluate")!.CreateDelegate<Func<JsonValue, JsonValue, Evaluation, JsonValue>>();
        try
        {
            JsonValue value = evaluate(Read(input), Read(given), evaluation ?? NewEvaluation());
            return value.IsMissing ? "undefined" : value.IsFunction ? "function" : value.ToString();
        }
        catch (JsonataException exception)
        {
            return exception.Code;
        }
    }

    public static Evaluation NewEvaluation() => new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), new Counting());

    private static JsonValue Read(string json) => json.Length == 0 ? default : JsonValue.Parse(json);

    private sealed class Counting : IRandomSource
    {
        private ulong _next;

        public ulong NextUInt64() => _next++;
    }
}
