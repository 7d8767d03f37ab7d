namespace Compiled.Generator.Pipeline;

/// <summary>Decides which classes a project's machines become.</summary>
internal static class MachineClasses
{
    /// <summary>
    /// One class for each <c>[StateMachine]</c> class that can be added to, and one for each definition that no such class names.
    /// </summary>
    /// <param name="files">The project's definitions.</param>
    /// <param name="handlers">The project's <c>[StateMachine]</c> classes.</param>
    public static IReadOnlyList<MachineClass> Match(IReadOnlyList<DefinitionFile> files, IReadOnlyList<HandlerClass> handlers)
    {
        List<MachineClass> classes = [];
        HashSet<string> claimed = [];
        foreach (HandlerClass handler in handlers)
        {
            DefinitionFile? file = DefinitionMatcher.Find(handler, files).FirstOrDefault();
            if (file is not null)
                claimed.Add(file.Path);
            if (handler.ShapeProblem is null)
                classes.Add(OfHandlers(handler, file));
        }

        // Editors give files in no order at all; of two with one class it must always be the same that gets it.
        classes.AddRange(files.Where(file => !claimed.Contains(file.Path)).OrderBy(file => file.Path, StringComparer.Ordinal).Select(OfFile));
        return Distinct(classes);
    }

    private static MachineClass OfHandlers(HandlerClass handlers, DefinitionFile? file) => new(
        file, handlers, handlers.Namespace, handlers.Name, handlers.Accessibility, handlers.QualifiedName, Hint(handlers.QualifiedName));

    private static MachineClass OfFile(DefinitionFile file)
    {
        string name = "global::" + (file.Namespace.Length == 0 ? "" : file.Namespace + ".") + file.ClassName;
        return new(file, null, file.Namespace, file.ClassName, file.Accessibility, name, Hint(name));
    }

    // The compiler refuses two hint names that differ in case only, which two classes may.
    private static List<MachineClass> Distinct(List<MachineClass> classes)
    {
        HashSet<string> names = [];
        HashSet<string> hints = new(StringComparer.OrdinalIgnoreCase);
        for (int index = 0; index < classes.Count; index++)
        {
            MachineClass machine = classes[index];
            if (!names.Add(machine.QualifiedName))
            {
                classes[index] = machine with { IsNameTaken = true };
                continue;
            }

            string hint = machine.HintName;
            for (int number = 2; !hints.Add(hint); number++)
                hint = $"{machine.HintName}-{number}";
            classes[index] = machine with { HintName = hint + ".g.cs" };
        }

        return classes;
    }

    private static string Hint(string qualifiedName) =>
        new([.. qualifiedName.Substring("global::".Length).Select(letter => letter is '<' or '>' or ',' or ' ' ? '_' : letter).Where(letter => letter != '@')]);
}
