using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Infra.TrustManager.Fingerprints;

/// <summary>The one way to write properties that mean the same, before and after CloudFormation handled them.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Members are in ordinal order; nulls and empty lists are left out, as templates leave them out.</item>
/// <item>Numbers and booleans are texts, which is what CloudFormation makes of them.</item>
/// <item>PEM is written by its SHA-256, and the deployment's own CA as <c>own</c>: each as an object, so that no text
/// of the properties can be mistaken for it.</item>
/// <item><see cref="StateBucketName"/> is left out: CloudFormation names the bucket, and the function knows it
/// otherwise. Buckets of sources are part of it.</item>
/// </list>
/// </remarks>
/// <param name="ownAuthority">What names the own CA among the properties; null where it is no source.</param>
/// <param name="literal">
/// Bit n is set where the n-th place of the own CA, counted in the order of writing, is to be written as a text.
/// </param>
internal sealed class CanonicalProperties(string? ownAuthority, int literal = 0)
{
    private const string StateBucketName = "StateBucketName";

    private const string PemBoundary = "-----BEGIN ";

    private int _places;

    public byte[] Write(JsonElement properties)
    {
        using var written = new MemoryStream();
        using (var writer = new Utf8JsonWriter(written))
        {
            Write(properties, writer);
        }

        return written.ToArray();
    }

    private void Write(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject()
                    .Where(IsWritten).OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(member.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                Write(element.GetString()!, writer);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteStringValue(element.GetBoolean() ? "true" : "false");
                break;
            case JsonValueKind.Number:
                writer.WriteStringValue(element.GetRawText());
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private void Write(string text, Utf8JsonWriter writer)
    {
        if (text == ownAuthority && (literal >> _places++ & 1) == 0)
        {
            WriteMarked("certificateAuthority", "own", writer);
        }
        else if (text.Contains(PemBoundary, StringComparison.Ordinal))
        {
            WriteMarked("pem", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))), writer);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }

    private static void WriteMarked(string kind, string value, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString(kind, value);
        writer.WriteEndObject();
    }

    private static bool IsWritten(JsonProperty member) =>
        member.Name != StateBucketName
        && member.Value.ValueKind != JsonValueKind.Null
        && !(member.Value.ValueKind == JsonValueKind.Array && member.Value.GetArrayLength() == 0);
}
