using System.Text;
using System.Text.Json.Nodes;

namespace Infra.TrustManager.Tests.CustomResources;

/// <summary>
/// Events that say where CloudFormation listens and hold anything else: what is no text, what nests deep, other types,
/// members twice, in any order.
/// </summary>
internal sealed class HostileEvent(Random random)
{
    /// <summary>What CloudFormation takes for the sender of an answer; everything else may be anything.</summary>
    private static readonly string[] Identity = ["ResponseURL", "StackId", "RequestId", "LogicalResourceId"];

    /// <summary>Raw JSON in Latin-1, so that a character is a byte.</summary>
    private static readonly string[] Values =
    [
        "null", "true", "5", "-1e999", "99999999999999999999", "\"\"", "\"5\"", "\"null\"", "\"[]\"", "\"true\"",
        "{}", "[]", "[null]", "[[null]]", "{\"a\":null}", "{\"a\":1,\"a\":[]}", "\"9999-12-31\"", "\" \"",
        "\"\\ud800\"", "\"\\udc00x\"", "{\"\\ud800\":1}", "[\"\\ud800\"]", "\"\u00FF\u00FE\"", "\"\u00C3\"",
        "{\"\u00C3\":\"\u00C3\"}", "\"\\u0000\\u001b[2J\\u202e\"", "\"\\\"{\\\\\\\"Certificates\\\\\\\":[null]}\\\"\"",
        "{\"Certificates\":[null],\"AllowGapFor\":[null],\"S3Sources\":[null],\"TrustAnchors\":[null]}",
        $"\"{new string('x', 5000)}\"",
        "\"" + string.Concat(Enumerable.Repeat("\\u0007", 3000)) + "\"",
        "\"" + string.Concat(Enumerable.Repeat("\\ud83d\\ude00", 2000)) + "\"",
        new string('[', 70) + new string(']', 70),
        string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000),
    ];

    /// <param name="complete">An event that is as it should be.</param>
    public byte[] Of(JsonObject complete)
    {
        var json = complete.DeepClone().AsObject();
        List<string> raw = [];
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            Change(json, raw);
        }

        var shuffled = json.ToList();
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(shuffled));
        json.Clear();
        shuffled.ForEach(member => json.Add(member.Key, member.Value));
        var text = json.ToJsonString();
        for (var i = 0; i < raw.Count; i++)
        {
            text = text.Replace($"\"{Mark(i)}\"", raw[i], StringComparison.Ordinal);
        }

        return Encoding.Latin1.GetBytes(text);
    }

    private static string Mark(int number) => $"hostile value {number}";

    private void Change(JsonObject root, List<string> raw)
    {
        JsonNode parent = root;
        while (true)
        {
            var below = Below(parent);
            if (below.Length == 0 || (parent != root && random.Next(4) == 0))
            {
                return;
            }

            var (key, node) = below[random.Next(below.Length)];
            if (node is JsonObject or JsonArray && random.Next(3) > 0)
            {
                parent = node;
                continue;
            }

            JsonNode mark = Mark(raw.Count);
            raw.Add(Values[random.Next(Values.Length)]);
            if (parent is JsonArray list)
            {
                list[(int)key] = mark;
            }
            else
            {
                parent[random.Next(5) == 0 ? $"More{raw.Count}" : (string)key] = mark;
            }

            return;
        }
    }

    private static (object Key, JsonNode? Node)[] Below(JsonNode parent) => parent switch
    {
        JsonObject members => [.. members.Where(one => !Identity.Contains(one.Key))
            .Select(one => ((object)one.Key, one.Value))],
        JsonArray list => [.. list.Select((one, i) => ((object)i, one))],
        _ => [],
    };
}
