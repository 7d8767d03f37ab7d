namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Finds for each parent reference the step whose starting item it means, by walking back over the steps before it.</summary>
internal sealed class Ancestry(List<JsonataSyntaxError> errors)
{
    private int _labels;

    /// <summary>A parent reference that has not found its step yet.</summary>
    public ParentNode NewParent() => new(new AncestorSlot(_labels++));

    /// <summary>What a part still seeks, the whole seeks too.</summary>
    public static void Adopt(JsonataNode whole, JsonataNode part)
    {
        if (part.Seeking is null && part is not ParentNode)
            return;
        List<AncestorSlot> slots = part.Seeking ?? [];
        if (part is ParentNode parent)
            slots.Add(parent.Slot);
        if (whole.Seeking is null)
            whole.Seeking = slots;
        else
            whole.Seeking.AddRange(slots.ToArray());
    }

    /// <summary>Walks back over a path for what its last step seeks; what is not found in it the path itself seeks.</summary>
    public void Resolve(PathNode path)
    {
        JsonataNode last = path.Last.Node;
        List<AncestorSlot> slots = last.Seeking ?? [];
        if (last is ParentNode parent)
            slots.Add(parent.Slot);
        for (int i = 0; i < slots.Count; i++)
            WalkBack(path, slots[i]);
    }

    /// <summary>A predicate starts from the items of the step that it stands on, so that step is the first place to look.</summary>
    public void Filter(JsonataNode target, JsonataNode predicate)
    {
        if (predicate.Seeking is null)
            return;
        foreach (AncestorSlot slot in predicate.Seeking)
        {
            if (slot.Level == 1)
                Seek(target, slot);
            else
                slot.Level--;
        }
        Adopt(target, predicate);
    }

    private void WalkBack(PathNode path, AncestorSlot slot)
    {
        int index = path.Steps.Count - 2;
        while (slot.Level > 0)
        {
            if (index < 0)
            {
                (path.Seeking ??= []).Add(slot);
                return;
            }
            JsonataStep step = path.Steps[index--];
            // Steps in a row that bind their items to variables all start from the same item.
            while (index >= 0 && step.Focus is not null && path.Steps[index].Focus is not null)
                step = path.Steps[index--];
            Seek(step.Node, slot);
        }
    }

    private void Seek(JsonataNode node, AncestorSlot slot)
    {
        switch (node)
        {
            case NameNode or WildcardNode:
                slot.Level--;
                if (slot.Level == 0)
                    Found(node.Step, slot);
                break;
            case ParentNode:
                slot.Level++;
                break;
            case BlockNode block:
                // A block gives what its last expression gives.
                if (block.Expressions.Count > 0)
                {
                    block.Step.IsTuple = true;
                    Seek(block.Expressions[block.Expressions.Count - 1], slot);
                }
                break;
            case PathNode path:
                path.KeepsTuples = true;
                int index = path.Steps.Count - 1;
                Seek(path.Steps[index--].Node, slot);
                while (slot.Level > 0 && index >= 0)
                    Seek(path.Steps[index--].Node, slot);
                break;
            default:
                errors.Add(new JsonataSyntaxError("S0217", node.Position, node.Span));
                slot.Level = 0;
                break;
        }
    }

    private static void Found(JsonataStep step, AncestorSlot slot)
    {
        if (step.Ancestor is not null)
            slot.Label = step.Ancestor.Label;
        step.Ancestor = slot;
        step.IsTuple = true;
    }
}
