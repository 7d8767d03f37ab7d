using Compiled.Language.Definition;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Checks where a distributed Map reads its items and how it groups them. FEATURES L-303 to L-312.</summary>
internal static class ItemSourceBinder
{
    /// <summary>The ItemReader as written; null where it is absent.</summary>
    public static ObjectNode? CheckReader(StateScope scope)
    {
        if (scope.Fields.Object("ItemReader") is not { } node)
            return null;
        FieldSet fields = scope.ReadSetting(node, Place.ItemReader);
        StorageResource.Check(scope, fields, "getObject", "listObjectsV2");
        if (fields.Object("ReaderConfig") is { } config)
            scope.ReadSetting(config, Place.ReaderConfig);
        return node;
    }

    /// <summary>The ItemBatcher as written; null where it is absent.</summary>
    public static ObjectNode? CheckBatcher(StateScope scope)
    {
        ObjectNode? node = scope.Fields.Object("ItemBatcher");
        if (node is not null)
            scope.ReadSetting(node, Place.ItemBatcher);
        return node;
    }
}
