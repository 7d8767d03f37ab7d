namespace Compiled.Values;

/// <summary>Frees a value from documents of which it needs little.</summary>
internal static class Detaching
{
    // Below this a copy would cost more than it frees.
    private const int Slack = 4096;

    public static JsonValue Detach(JsonValue value)
    {
        switch (value.Node)
        {
            case Document document:
                return Worthwhile(document.Held, document.HeldBy((int)value.Bits)) ? new(document.Copy((int)value.Bits)) : value;
            case JsonProperty[] or JsonValue[]:
                var documents = new HashSet<Document>(ReferenceEqualityComparer.Instance);
                long used = Collect(value, documents, 0);
                return Worthwhile(documents.Sum(static document => document.Held), used) ? JsonValue.Parse(value.ToUtf8()) : value;
            default:
                return value;
        }
    }

    private static bool Worthwhile(long held, long used) => held > used * 2 + Slack;

    // Gathers the documents under a built value and how much of them it uses.
    private static long Collect(JsonValue value, HashSet<Document> documents, int level)
    {
        long used = 0;
        switch (value.Node)
        {
            case Document document:
                documents.Add(document);
                return document.HeldBy((int)value.Bits);
            case JsonProperty[] members:
                Measuring.RefuseDeeper(level);
                foreach (ref readonly JsonProperty member in members.AsSpan())
                {
                    used += Collect(member.Value, documents, level + 1);
                }

                break;
            case JsonValue[] items:
                Measuring.RefuseDeeper(level);
                foreach (ref readonly JsonValue item in items.AsSpan())
                {
                    used += Collect(item, documents, level + 1);
                }

                break;
        }

        return used;
    }
}
