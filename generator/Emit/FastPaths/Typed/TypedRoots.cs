using System.Collections.Generic;
using Compiled.Generator.Emit.Handlers;
using Compiled.Generator.Pipeline;

namespace Compiled.Generator.Emit.FastPaths.Typed;

/// <summary>The locals of a typed lane that hold whole objects. The same local is the same object in every pass, so that what is read of it is known when it is written.</summary>
internal sealed class TypedRoots(FastNames names)
{
    private readonly Dictionary<string, TypedNode> _roots = new();

    /// <summary>The object of a local, which is declared with the type.</summary>
    public FastTyped Of(string local, PlainType type, bool isChanging = false, bool isOwned = false)
    {
        if (!_roots.TryGetValue(local, out TypedNode? root))
            _roots.Add(local, root = new TypedNode(local, type, isChanging, isOwned));
        if (local != FastNames.Input)
            names.Declare(local, ContractEmitter.Nullable(type));
        return new FastTyped(root, isPresent: true);
    }
}
