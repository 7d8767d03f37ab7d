using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Rules;

/// <summary>Follows a path through the shape of its data.</summary>
internal sealed class PathWalk
{
    private PathWalk(Shape shape) => Shape = shape;

    /// <summary>The shape at the end, or as far as the steps name one place each.</summary>
    public Shape Shape { get; private set; }

    /// <summary>The step that certainly leads nowhere; null where none does.</summary>
    public PathStep? Dead { get; private set; }

    /// <summary>The first step that leads nowhere on some way to the state, and somewhere on others.</summary>
    public PathStep? Doubtful { get; private set; }

    /// <summary>What the dead or doubtful step is taken from.</summary>
    public Shape Before { get; private set; } = Shape.Unknown;

    /// <summary>Whether some step may lead nowhere.</summary>
    public bool MayBeMissing { get; private set; }

    /// <summary>Whether the walk came to the path's end.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Walks a path that starts at data of the shape.</summary>
    public static PathWalk Of(PathExpression path, Shape data)
    {
        var walk = new PathWalk(data);
        foreach (PathStep step in path.Steps)
        {
            if (!path.IsDefinite || step is not (NameStep or IndexStep))
                return walk;
            Shape before = walk.Shape;
            Shape after = step is NameStep name ? before.Member(name.Name) : before.AnyItem();
            // What a dead path was to make is that path's fault alone.
            if (step is NameStep made && before.Members.Any(member => member.Name == made.Name && member.Shape.Kinds == IntrinsicKinds.None))
                return walk;
            if (after.Kinds == IntrinsicKinds.None)
            {
                (walk.Dead, walk.Before) = (step, before);
                return walk;
            }
            if (walk.Doubtful is null && step is NameStep doubtful && IsDoubtful(before, doubtful.Name))
                (walk.Doubtful, walk.Before) = (step, before);
            walk.MayBeMissing |= after.MayBeMissing;
            walk.Shape = after.Present();
        }
        walk.IsWhole = true;
        return walk;
    }

    // A member that is listed and may be missing is known to be absent somewhere; one that is not listed may be anything.
    private static bool IsDoubtful(Shape before, string name) =>
        before.Kinds == IntrinsicKinds.Object && before.Members.FirstOrDefault(member => member.Name == name) is { Shape.MayBeMissing: true };
}
