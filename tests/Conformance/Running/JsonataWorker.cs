using System.Globalization;
using System.Text.Json;
using Compiled.Compilation;
using Compiled.Generator;
using Conformance.Comparing;
using Conformance.Corpus;
using Conformance.Reporting;

namespace Conformance.Running;

/// <summary>
/// The work of the process that evaluates expressions. It says what it begins with (<c>&gt; INDEX</c>) and what came of each case
/// (<c>{"index", "outcome", "detail"}</c>), a line each, so that whoever started it knows where it died.
/// </summary>
internal sealed class JsonataWorker(IReadOnlyList<JsonataCase> cases, IReadOnlySet<int> done, TextWriter output)
{
    private readonly List<int> _compiled = [];

    /// <summary>Compiles and evaluates the cases that are not done; after one that hangs it stops, for a thread cannot be ended.</summary>
    public void Run()
    {
        for (int index = 0; index < cases.Count; index++)
        {
            if (!done.Contains(index)) Emit(index);
        }

        ExpressionSource[] sources = [.. _compiled.Select(index => Source(cases[index]))];
        IReadOnlyList<RunnableExpression> expressions = ExpressionCompiler.CompileAll(sources);
        for (int i = 0; i < expressions.Count; i++)
        {
            if (!Evaluate(_compiled[i], expressions[i])) return;
        }
    }

    /// <summary>Every expression is compiled once alone, so that one on which the compiler fails or dies is known by name.</summary>
    private void Emit(int index)
    {
        Begin(index);
        JsonataCase item = cases[index];
        try
        {
            ExpressionSource source = Source(item);
            CompiledExpression compiled = JsonataCompiler.Compile(source.Text, new JsonataCompilerOptions { Variables = source.Variables });
            if (compiled.Errors.Count == 0)
                _compiled.Add(index);
            else
                End(index, new EvaluationOutcome(default, compiled.Errors[0].Code, compiled.Errors[0].Message));
        }
        catch (Exception exception)
        {
            End(index, new EvaluationOutcome(default, exception.GetType().Name, $"while compiling: {exception.Message} {exception.StackTrace?.Split('\n')[0].Trim()}"));
        }
    }

    private bool Evaluate(int index, RunnableExpression expression)
    {
        Begin(index);
        if (!expression.IsRunnable)
        {
            End(index, new CaseResult(cases[index].Id, Outcome.Fail, $"expected C# that compiles, got {expression.Messages[0]}"));
            return true;
        }

        EvaluationOutcome? outcome = ExpressionRunner.Run(cases[index], expression);
        if (outcome is null)
            End(index, new CaseResult(cases[index].Id, Outcome.Fail, "did not end"));
        else
            End(index, outcome);
        return outcome is not null;
    }

    private static ExpressionSource Source(JsonataCase item) => new(item.Expression, [.. item.Bindings.Select(static binding => binding.Key)]);

    private void Begin(int index)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"> {index}"));
        output.Flush();
    }

    private void End(int index, EvaluationOutcome outcome)
    {
        string? difference = ExpressionComparer.Compare(cases[index], outcome);
        End(index, new CaseResult(cases[index].Id, difference is null ? Outcome.Pass : Outcome.Fail, difference ?? ""));
    }

    private void End(int index, CaseResult result)
    {
        output.WriteLine(JsonSerializer.Serialize(new JsonataVerdict(index, result.Outcome, result.Detail)));
        output.Flush();
    }
}
