using System.Globalization;
using Compiled.Language.Definition;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>The front end's whole way: from a definition's text to its machine.</summary>
public static class MachineBinder
{
    // FEATURES L-009.
    private const int LargestDefinition = 1_048_576;

    /// <summary>Binds a definition. Never throws for what stands in the text: whatever is wrong becomes a fault.</summary>
    /// <param name="text">The definition as JSON, at most 1,048,576 characters.</param>
    /// <param name="type">The type its executions will have; Express refuses some resources.</param>
    public static BoundMachine Bind(string text, MachineType type = MachineType.Standard)
    {
        JsonDocumentTree tree = JsonReader.Read(text);
        if (tree.Root is not ObjectNode root)
            return new BoundMachine(null, tree.Faults, [], tree.Root);
        DefinitionScan scan = DefinitionScan.Of(root);
        // In broken JSON a missing field or name may just not have been read, so nothing but the syntax is judged.
        if (!tree.IsWhole)
            return new BoundMachine(null, tree.Faults, scan.Names, root);

        var context = new BindingContext(scan, type);
        if (text.Length > LargestDefinition)
            context.Report(FieldReader.Lacking(
                SizeFaults.DefinitionTooLarge, root, $"The definition has {text.Length.ToString(CultureInfo.InvariantCulture)} characters; at most {LargestDefinition.ToString(CultureInfo.InvariantCulture)} are allowed"));
        Machine machine = BindMachine(context, root, text);
        Fault[] faults = [.. tree.Faults.Concat(context.Faults).OrderBy(fault => fault.Span.Start)];
        bool isSound = context.Faults.All(fault => fault.Severity != Severity.Error);
        if (isSound)
            MachineFacts.Complete(machine);
        bool isRunnable = isSound && tree.Faults.All(fault => fault.Severity != Severity.Error);
        return new BoundMachine(isRunnable ? machine : null, faults, scan.Names, root) { Sound = isSound ? machine : null };
    }

    private static Machine BindMachine(BindingContext context, ObjectNode root, string text)
    {
        FlowDraft top = context.Scan.Flows[0];
        context.MachineLanguage = Languages.OfMachine(context, root);
        FieldSet fields = context.Reader.Read(root, Place.Machine, context.MachineLanguage);
        FlowBinder.Bind(context, top, fields);
        Flow[] flows = [.. context.Scan.Flows.Select(draft => draft.Flow)];
        VariableScopes.Bind(context, flows);
        JsonataChecks.Run(context);
        return new Machine(text, context.MachineType, flows, context.Scan.States)
        {
            QueryLanguage = context.MachineLanguage,
            TimeoutSeconds = fields.Integer("TimeoutSeconds"),
            Comment = fields.Text("Comment"),
        };
    }
}
