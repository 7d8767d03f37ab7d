using System.Text;
using System.Text.Json;
using Compiled.Testing;
using Conformance.Corpus;

namespace Conformance.Running;

/// <summary>The objects that a case's readers find, in a store in memory.</summary>
internal static class CaseObjects
{
    public static MemoryObjectStore StoreOf(AslCase item, TimeProvider time)
    {
        MemoryObjectStore store = new(time);
        if (item.Objects.ValueKind != JsonValueKind.Object) return store;
        foreach (JsonProperty bucket in item.Objects.EnumerateObject())
        {
            store.CreateBucket(bucket.Name);
            foreach (JsonProperty content in bucket.Value.EnumerateObject())
                store.Put(bucket.Name, content.Name, content.Value.TryGetProperty("base64", out JsonElement base64) ? base64.GetBytesFromBase64() : Encoding.UTF8.GetBytes(content.Value.GetProperty("text").GetString()!));
        }

        return store;
    }
}
