namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Marks the calls that are the last thing a lambda does.</summary>
internal static class TailCalls
{
    public static void Mark(JsonataNode body)
    {
        // A predicate or a grouping still has work to do after the call.
        if (body.Predicates.Count > 0 || body.Group is not null)
            return;
        switch (body)
        {
            case CallNode call:
                call.IsTailCall = true;
                break;
            case ConditionNode condition:
                Mark(condition.Then);
                if (condition.Else is not null)
                    Mark(condition.Else);
                break;
            case CoalesceNode coalesce:
                Mark(coalesce.Right);
                break;
            case DefaultNode @default:
                Mark(@default.Right);
                break;
            case BlockNode { Expressions.Count: > 0 } block:
                Mark(block.Expressions[block.Expressions.Count - 1]);
                break;
        }
    }
}
