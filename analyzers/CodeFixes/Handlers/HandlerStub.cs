using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;
using Compiled.Language.Json;
using Compiled.Rules;

namespace Compiled.CodeFixes;

/// <summary>The C# of a handler that is still to be written.</summary>
internal static class HandlerStub
{
    /// <summary>The lines of the method, and of a record for its input where its members are known.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="task">The Task that lacks a handler.</param>
    /// <param name="nameOf">A type's name as the class can write it.</param>
    /// <param name="isFree">Whether a name is free for a member of the class.</param>
    /// <param name="hasJsonContext">Whether the class reads JSON by a context, which would not know a new type.</param>
    public static IReadOnlyList<string> Lines(Machine machine, TaskState task, Func<string, string> nameOf, Func<string, bool> isFree, bool hasJsonContext)
    {
        string name = CSharpNames.Pascal(task.Name);
        for (int number = 2; !isFree(name + "Async") || !isFree(name); number++)
            name = CSharpNames.Pascal(task.Name) + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        StubTypes types = new(nameOf, isFree);
        string json = nameOf("Compiled.Values.JsonValue");
        Shape given = new HandlerData(machine, _ => null).GivenTo(task) ?? Shape.Unknown;
        string input = hasJsonContext ? json : types.Of(given, name + "Input");
        string text = JsonText.Quote($"Task '{task.Name}' is not written yet.");
        return
        [
            $"[{nameOf("Compiled.TaskHandler")}({JsonText.Quote(task.Name)})]",
            $"private {nameOf("System.Threading.Tasks.Task")}<{json}> {name}Async({input} input, {nameOf("System.Threading.CancellationToken")} cancellationToken) =>",
            $"    throw new {nameOf("System.InvalidOperationException")}({text});",
            .. types.Records.SelectMany(record => new[] { "", record }),
        ];
    }
}
