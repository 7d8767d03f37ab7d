using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>Checks the arguments of a call against the table: their number, and the kinds of those that are known before it runs.</summary>
internal static class IntrinsicCheck
{
    public static bool Check(ExpressionCursor cursor, IntrinsicSignature signature, List<IntrinsicArgument> arguments, int start)
    {
        if (arguments.Count > signature.MaximumArguments)
        {
            IntrinsicArgument first = arguments[signature.MaximumArguments];
            IntrinsicArgument last = arguments[arguments.Count - 1];
            cursor.Fail(first.Start, last.Start + last.Length - first.Start, CountMessage(signature, arguments.Count));
            return false;
        }
        if (arguments.Count < signature.MinimumArguments)
        {
            cursor.Fail(start, cursor.Position - start, CountMessage(signature, arguments.Count));
            return false;
        }
        for (int i = 0; i < arguments.Count; i++)
        {
            IntrinsicKinds wanted = signature.ParameterAt(i);
            IntrinsicKinds known = KindsOf(arguments[i]);
            if ((wanted & known) != 0)
                continue;
            string what = arguments[i] is IntrinsicCall call ? $"the result of '{call.Name}', which is {IntrinsicKindText.Of(known)}" : IntrinsicKindText.Of(known);
            cursor.Fail(arguments[i].Start, arguments[i].Length, $"Argument {i + 1} of '{signature.Name}' is {what}; expected {IntrinsicKindText.Of(wanted)}");
            return false;
        }
        return true;
    }

    private static IntrinsicKinds KindsOf(IntrinsicArgument argument) => argument switch
    {
        IntrinsicCall call => call.Signature.Result,
        IntrinsicLiteral { Value: StringNode } => IntrinsicKinds.String,
        IntrinsicLiteral { Value: NumberNode } => IntrinsicKinds.Number,
        IntrinsicLiteral { Value: BooleanNode } => IntrinsicKinds.Boolean,
        IntrinsicLiteral => IntrinsicKinds.Null,
        // A path that may name several values always gives an array.
        IntrinsicPath { Path: { IsDefinite: false, HasPlaceholder: false } } => IntrinsicKinds.Array,
        _ => IntrinsicKinds.Any,
    };

    private static string CountMessage(IntrinsicSignature signature, int count)
    {
        int minimum = signature.MinimumArguments;
        string wanted = signature.MaximumArguments == int.MaxValue ? $"at least {minimum}"
            : minimum == signature.MaximumArguments ? (minimum == 0 ? "none" : $"{minimum}")
            : $"{minimum} to {signature.MaximumArguments}";
        return $"'{signature.Name}' has {count} argument{(count == 1 ? "" : "s")}; expected {wanted}";
    }
}
