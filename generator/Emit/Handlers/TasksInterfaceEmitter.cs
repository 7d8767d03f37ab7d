using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.Handlers;

/// <summary>Writes the interface <c>ITasks</c>, one method for each Resource, and the constructors of a class without a user's part.</summary>
internal static class TasksInterfaceEmitter
{
    public static IEnumerable<ServedTask> Write(CodeWriter code, string className, IReadOnlyList<TaskState> tasks)
    {
        var names = new Identifiers("Equals", "GetHashCode", "ToString", "GetType");
        var methods = tasks.GroupBy(task => task.Resource).Select(group => (group.Key, Name: names.Pascal(NameOf(group.First())), Tasks: group.ToArray())).ToArray();
        code.Line().Line("/// <summary>The machine's tasks, one method for each Resource of the definition.</summary>");
        code.Open("public interface ITasks");
        foreach ((string resource, string name, TaskState[] states) in methods)
        {
            code.Line($"/// <summary>Performs <c>{ClassHeader.Xml(CodeWriter.OneLine(resource, 200))}</c> for {Listed(states)}.</summary>");
            code.Line($"{HandlerNames.ValueTask}<{HandlerNames.Value}> {name}Async({HandlerNames.Parameters});");
        }
        code.Close();
        code.Line().Line("private readonly ITasks? _tasks;");
        code.Line().Line("/// <summary>A workflow whose tasks are served by one object.</summary>");
        code.Open($"public {className}(ITasks tasks)").Line("global::System.ArgumentNullException.ThrowIfNull(tasks);").Line("_tasks = tasks;").Close();
        code.Line().Line("/// <summary>A workflow whose tasks are served by handlers chosen by resource.</summary>");
        code.Open($"public {className}(global::Compiled.ITaskHandler handlers)").Line("global::System.ArgumentNullException.ThrowIfNull(handlers);").Line("TaskHandlers = handlers;").Close();
        foreach ((_, string name, TaskState[] states) in methods)
        {
            foreach (TaskState task in states)
                yield return new ServedTask(task, $"_tasks.{name}Async(arguments, context, cancellationToken)", null);
        }
    }

    private static string NameOf(TaskState task) =>
        task.Arn.Kind == ResourceKind.Integration ? $"{task.Arn.Service.Replace("aws-sdk:", "")} {task.Arn.Action}" : task.Arn.ShortName;

    private static string Listed(TaskState[] states) =>
        ClassHeader.Xml(CodeWriter.OneLine(string.Join(", ", states.Select(state => $"'{state.Name}'")), 200));
}
