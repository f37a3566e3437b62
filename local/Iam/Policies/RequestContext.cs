namespace Infra.Local.Iam.Policies;

/// <summary>The condition keys of one request with their values; keys ignore case, as IAM's do.</summary>
public sealed class RequestContext
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public RequestContext(IEnumerable<KeyValuePair<string, string>> values)
    {
        foreach (var (key, value) in values)
        {
            _values[key] = value;
        }
    }

    /// <summary>Null when the request has no such key.</summary>
    public string? Find(string key) => _values.GetValueOrDefault(key);
}
