using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Definition;

/// <summary>Reads the values of fields that hold paths.</summary>
internal sealed class PathValues(Action<Fault> report)
{
    /// <summary>A <see cref="PathExpression"/>, a <see cref="Binding.DataPath"/> or, for a path that gives text, a <see cref="Template"/>; null after a fault.</summary>
    public object? Read(Field field, JsonMember member)
    {
        bool takesNull = field.Kind is FieldKind.DataPath or FieldKind.ResultPath;
        if (takesNull && member.Value is NullNode)
            return Binding.DataPath.Null;
        if (member.Value is not StringNode text)
        {
            string expected = takesNull ? "a path or null" : "a path";
            report(FieldFaults.BadType.At(member.Value, $"'{field.Name}' is {member.Value.KindName}; expected {expected}"));
            return null;
        }
        return field.Kind == FieldKind.TextPath ? ReadTextPath(field, text) : ReadPath(field, text);
    }

    private object? ReadPath(Field field, StringNode text)
    {
        PathExpression? path = Parse(field, text);
        if (path is null)
            return null;
        if (field.Kind is FieldKind.ReferencePath or FieldKind.ResultPath && path.CheckReference() is { } error)
        {
            report(ExpressionFaults.BadReferencePath.Inside(text, error.Start, error.Length, $"'{field.Name}': {error.Message}"));
            return null;
        }
        if (field.Kind == FieldKind.ResultPath && path.Root != PathRoot.Input)
        {
            report(ExpressionFaults.BadReferencePath.At(text, $"'{field.Name}' is '{text.Value}'; expected a path into the state's input, which starts with '$' alone"));
            return null;
        }
        return field.Kind is FieldKind.DataPath or FieldKind.ResultPath ? Binding.DataPath.Of(path) : path;
    }

    // FEATURES L-402: an intrinsic call may stand in ErrorPath and CausePath only.
    private PathExpression? Parse(Field field, StringNode text)
    {
        FaultDescriptor descriptor = field.Kind is FieldKind.ReferencePath or FieldKind.ResultPath
            ? ExpressionFaults.BadReferencePath
            : ExpressionFaults.BadJsonPath;
        if (IntrinsicParser.LooksLikeIntrinsic(text.Value))
        {
            report(descriptor.At(text, $"'{field.Name}' takes a path, not an intrinsic function"));
            return null;
        }
        PathExpression? path = PathParser.Parse(text.Value, out ExpressionError? error);
        if (path is null)
            ReportParse(field, text, descriptor, error!);
        else if (path.HasPlaceholder)
            report(FieldValues.PlaceholderFault(field, text));
        return path;
    }

    private void ReportParse(Field field, StringNode text, FaultDescriptor descriptor, ExpressionError error)
    {
        if (Placeholders.Contains(text.Value))
            report(FieldValues.PlaceholderFault(field, text));
        else if (descriptor != ExpressionFaults.BadIntrinsic && !text.Value.StartsWith("$", StringComparison.Ordinal))
            report(descriptor.At(text, $"'{field.Name}' is '{text.Value}'; expected a path, which starts with '$'"));
        else
            report(error.In(descriptor, text, $"'{field.Name}': "));
    }

    private Template? ReadTextPath(Field field, StringNode text)
    {
        if (!IntrinsicParser.LooksLikeIntrinsic(text.Value))
            return Parse(field, text) is { } path ? new PathTemplate(path, field.Name, text) : null;
        IntrinsicCall? call = IntrinsicParser.Parse(text.Value, out ExpressionError? error);
        if (call is null)
        {
            ReportParse(field, text, ExpressionFaults.BadIntrinsic, error!);
            return null;
        }
        if (GivesText(call.Function))
            return new IntrinsicTemplate(call, field.Name, text);
        report(ExpressionFaults.IntrinsicNotString.At(text, $"'{field.Name}' calls '{call.Name}', which does not give a string"));
        return null;
    }

    // FEATURES L-262.
    private static bool GivesText(IntrinsicFunction function) => function
        is IntrinsicFunction.Format
        or IntrinsicFunction.JsonToString
        or IntrinsicFunction.ArrayGetItem
        or IntrinsicFunction.Base64Encode
        or IntrinsicFunction.Base64Decode
        or IntrinsicFunction.Hash
        or IntrinsicFunction.UUID;
}
