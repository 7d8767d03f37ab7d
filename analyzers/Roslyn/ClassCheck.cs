using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Compiled.Analyzers;

/// <summary>Finds what is wrong with a <c>[StateMachine]</c> class and its handlers.</summary>
internal sealed class ClassCheck(INamedTypeSymbol type, AttributeData attribute, WorkflowClass workflow, WorkflowNames names, Action<Diagnostic> report)
{
    private readonly HandlerClass _handlers = workflow.Handlers;

    /// <summary>Looks at the class.</summary>
    /// <param name="data">The data between the machine and its handlers; null where there is no sound machine.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public void Run(ClassData? data, CancellationToken cancellationToken)
    {
        if (_handlers.ShapeProblem is { } problem)
            Report(HandlerFaults.StateMachineClass, type.Locations[0], $"'{type.Name}' cannot be a state machine: {problem}.");
        CheckDefinition(cancellationToken);
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
        {
            foreach (AttributeData mark in HandlerMethodReader.AttributesOf(method))
                CheckMethod(method, mark, data, cancellationToken);
        }
    }

    private void CheckDefinition(CancellationToken cancellationToken)
    {
        IReadOnlyList<DefinitionFile> found = names.FilesOf(workflow);
        if (found.Count == 0)
            Report(HandlerFaults.MissingDefinition, ArgumentOf(attribute, cancellationToken) ?? type.Locations[0], MissingMessage());
        else if (found.Count > 1)
            Report(HandlerFaults.AmbiguousDefinition, ArgumentOf(attribute, cancellationToken) ?? type.Locations[0], AmbiguousMessage(found));
    }

    private void CheckMethod(IMethodSymbol method, AttributeData mark, ClassData? data, CancellationToken cancellationToken)
    {
        HandlerMethod handler = HandlerMethodReader.Read(method, mark, null, out string? problem);
        if (problem is not null && mark == HandlerMethodReader.AttributesOf(method).First())
            Report(HandlerFaults.HandlerSignature, method.Locations[0], $"Handler '{method.Name}' cannot be called: {problem}.");
        if (data is null)
            return;
        TaskState[] tasks = [.. data.Machine.States.OfType<TaskState>()];
        // Records are equal by value, and two overloads may be; what counts is what they handle.
        TaskState[] handled = [.. tasks.Where(task => HandlerMatcher.Match(task, data.Methods) == handler)];
        if (handled.Length > 0)
            CheckInput(method, handler, handled, data);
        else
            Report(HandlerFaults.HandlerWithoutTask, ArgumentOf(mark, cancellationToken) ?? method.Locations[0], UnusedMessage(handler, tasks, data.Methods));
    }

    // One Task whose input does not fit says enough.
    private void CheckInput(IMethodSymbol method, HandlerMethod handler, IEnumerable<TaskState> handled, ClassData data)
    {
        if (handler.Input is not { Kind: ValueKind.Typed })
            return;
        IParameterSymbol parameter = method.Parameters[handler.ParameterOrder.IndexOf('i')];
        InputFit fit = new(data.Naming);
        foreach (TaskState task in handled)
        {
            if (data.GivenTo(task, handler) is not { } given || fit.Problem(parameter.Type, given) is not { } problem)
                continue;
            Report(HandlerFaults.HandlerInput, parameter.Locations[0], $"Task '{task.Name}' {problem}{(problem.EndsWith("?", StringComparison.Ordinal) ? "" : ".")}");
            return;
        }
    }

    private static string UnusedMessage(HandlerMethod handler, TaskState[] tasks, IReadOnlyList<HandlerMethod> methods)
    {
        if (tasks.FirstOrDefault(task => HandlerMatcher.Names(task).Contains(handler.Resource)) is { } served)
            return $"Handler '{handler.MethodName}' is never called: '{HandlerMatcher.Match(served, methods)!.MethodName}' handles Task '{served.Name}'.";
        string? near = NearMiss.Find(handler.Resource, tasks.SelectMany(HandlerMatcher.Names));
        return $"'{handler.Resource}' is no Resource, function, activity or Task of the definition{Hint(near)}";
    }

    private string MissingMessage()
    {
        string wanted = _handlers.DefinitionFile.Length > 0 ? _handlers.DefinitionFile : _handlers.Name + DefinitionFile.Extension;
        string? near = NearMiss.Find(wanted, names.Files.Select(file => file.Name + DefinitionFile.Extension));
        return $"'{wanted}' is not among the AdditionalFiles of the project{Hint(near)}";
    }

    private string AmbiguousMessage(IReadOnlyList<DefinitionFile> found)
    {
        string wanted = _handlers.DefinitionFile.Length > 0 ? _handlers.DefinitionFile : _handlers.Name;
        return $"'{wanted}' means each of {string.Join(", ", found.Select(file => $"'{file.Path}'"))}; add the folder.";
    }

    private static string Hint(string? near) => near is null ? "." : $"; did you mean '{near}'?";

    private static Location? ArgumentOf(AttributeData attribute, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
            return null;
        return syntax.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null)?.Expression.GetLocation();
    }

    private void Report(FaultDescriptor row, Location location, string message) => report(FaultDiagnostics.InCode(row, location, message));
}
