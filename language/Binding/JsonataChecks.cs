using Compiled.Language.Expressions;
using Compiled.Language.Expressions.Jsonata;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>
/// What Step Functions asks of an expression beyond that it parses: it has no input, <c>$states</c> has four members, and there are no
/// functions but the built-in ones and its own. FEATURES L-055, L-056, L-063, L-440.
/// </summary>
internal static class JsonataChecks
{
    private static readonly string[] s_members = ["input", "context", "result", "errorOutput"];

    /// <summary>Checks every expression of the definition; those that do not parse have been reported.</summary>
    public static void Run(BindingContext context)
    {
        foreach (JsonataUse use in context.JsonataUses)
        {
            JsonataUsage usage = use.Text.Parsed.Usage;
            foreach (JsonataContextRead read in usage.ContextReads)
                context.Report(ContextFault(use, read));
            foreach (JsonataMemberRead read in usage.StatesReads)
                CheckMember(context, use, read);
            foreach (JsonataBinding binding in usage.Bindings.Where(binding => binding.Name == "states"))
                context.Report(use.Text.FaultAt(NameFaults.BadVariableName, binding.Span, "'$states' is reserved and cannot be bound; expected another name"));
            foreach (JsonataReference reference in usage.References.Where(reference => !reference.IsPerhapsLocal && !context.VariableNames.Contains(reference.Name)))
                CheckFunction(context, use, reference);
        }
    }

    private static Fault ContextFault(JsonataUse use, JsonataContextRead read)
    {
        string expected = read.IsName ? "" : "; expected '$states.input' or '$states.context'";
        string? near = !read.IsName ? null : JsonataFunctionTable.Find(read.Text, JsonataDialect.StepFunctions) is null ? "$states.input." + read.Text : "$" + read.Text;
        return use.Text.FaultAt(
            ExpressionFaults.JsonataUnqualifiedReference, read.Span, $"'{read.Text}' reads the input of the expression, and in Step Functions there is none{expected}").DidYouMean(near);
    }

    private static void CheckMember(BindingContext context, JsonataUse use, JsonataMemberRead read)
    {
        string? message = read.Member switch
        {
            "result" when !use.HasResult => "'$states.result' exists in 'Assign' and 'Output' of a Task, Parallel or Map only, and not in its catchers",
            "errorOutput" when !use.HasError => "'$states.errorOutput' exists in 'Assign' and 'Output' of a catcher only",
            _ => null,
        };
        if (message is not null)
            context.Report(use.Text.FaultAt(ExpressionFaults.JsonataBadStatesReference, read.Span, message));
        else if (read.Member is { } member && !s_members.Contains(member))
            // It reads nothing, which may be meant: $exists($states.x).
            context.Report(use.Text.FaultAt(ExpressionFaults.JsonataBadStatesReference, read.Span, $"'$states' has no member '{member}'", Severity.Warning)
                .DidYouMean(NearMiss.Find(member, s_members)));
    }

    private static void CheckFunction(BindingContext context, JsonataUse use, JsonataReference reference)
    {
        JsonataBuiltIn? function = JsonataFunctionTable.Find(reference.Name, JsonataDialect.StepFunctions);
        if (reference.Name == "eval")
        {
            context.Report(use.Text.FaultAt(
                ExpressionFaults.JsonataUnknownFunction, reference.Span, "'$eval' does not exist in Step Functions; '$parse' reads JSON", Severity.Error));
        }
        else if (function is null && reference.Call is not null && reference.Name != "states")
        {
            string? near = NearMiss.Find("$" + reference.Name, JsonataFunctionTable.Names(JsonataDialect.StepFunctions).Select(name => "$" + name));
            context.Report(use.Text.FaultAt(ExpressionFaults.JsonataUnknownFunction, reference.Span, $"'${reference.Name}' is no function here").DidYouMean(near));
        }
        else if (function is not null && reference.Call is CallNode call && JsonataArguments.Judge(function, call.Arguments, reference.IsPiped) is { } reason)
        {
            context.Report(use.Text.FaultAt(ExpressionFaults.JsonataBadArgument, reference.Span, reason));
        }
    }
}
