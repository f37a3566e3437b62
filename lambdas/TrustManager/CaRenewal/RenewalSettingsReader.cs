using System.Globalization;
using System.Text.Json;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.CaRenewal;

/// <summary>Reads the settings from environment variables and gathers what is wrong with them.</summary>
public sealed class RenewalSettingsReader
{
    private const int MaxRenewBeforeDays = 3650;
    private const int MaxValidityYears = 50;

    /// <summary>The shortest year: a validity in years has at least as many days.</summary>
    private const int DaysInYear = 365;

    private static readonly CaArn NoCa = new("", "", "", "");

    private readonly Func<string, string?> _variable;
    private readonly List<string> _problems = [];

    private RenewalSettingsReader(Func<string, string?> variable) =>
        _variable = name => variable(name) is { Length: > 0 } value ? value : null;

    /// <param name="function">Whose environment it is, for the message.</param>
    /// <exception cref="InvalidOperationException">Lists everything that is wrong.</exception>
    public static RenewalSettings Read(string function, Func<string, string?> variable)
    {
        var reader = new RenewalSettingsReader(variable);
        var settings = reader.Settings();
        return reader._problems.Count == 0
            ? settings
            : throw new InvalidOperationException(
                $"The environment of function {function} cannot be used: "
                + $"{string.Join("; ", reader._problems)}. Correct it and deploy again.");
    }

    private RenewalSettings Settings()
    {
        var ca = Ca(TrustManagerVariables.CertificateAuthorityArn);
        var mode = _variable(TrustManagerVariables.RenewalMode);
        if (mode is not ("renew" or "watch"))
        {
            Add(TrustManagerVariables.RenewalMode, "renew or watch");
        }

        return new RenewalSettings
        {
            Ca = ca,
            Mode = mode == "renew" ? RenewalMode.Renew : RenewalMode.Watch,
            MemoryBucket = Text(TrustManagerVariables.MemoryBucket, "the name of a bucket"),
            DesiredCrl = DesiredCrl(ca),
            Publication = new PublicationSettings(
                Text(TrustManagerVariables.PublishBucket, "the name of a bucket"), CertificateUrl(ca)),
            Reissue = mode == "renew" ? Reissue(ca) : null,
        };
    }

    /// <summary>Of the properties of <c>Custom::CaRevocation</c>, as JSON.</summary>
    private CrlSettings? DesiredCrl(CaArn ca)
    {
        if (_variable(TrustManagerVariables.CaRevocationProperties) is not { } text)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            var reader = new PropertyReader(ResourceProperties.From(json.RootElement));
            var properties = CaRevocationReading.Read(reader);
            if (reader.Problems.Count == 0 && properties.CertificateAuthorityArn != ca)
            {
                reader.Add($"CertificateAuthorityArn is {properties.CertificateAuthorityArn}; it must be {ca}");
            }

            _problems.AddRange(
                reader.Problems.Select(problem => $"{TrustManagerVariables.CaRevocationProperties}: {problem}"));
            return reader.Problems.Count == 0 ? properties.DesiredCrl() : null;
        }
        catch (JsonException)
        {
            Add(TrustManagerVariables.CaRevocationProperties, "the properties of Custom::CaRevocation as JSON");
            return null;
        }
    }

    private ReissueSettings Reissue(CaArn ca)
    {
        var parent = _variable(TrustManagerVariables.ParentArn) is null ? null : Ca(TrustManagerVariables.ParentArn);
        if (parent is not null && parent == ca)
        {
            Add(TrustManagerVariables.ParentArn, "another CA; leave it out for a root");
        }

        var read = new ReissueSettings
        {
            RenewBeforeDays = Whole(TrustManagerVariables.RenewBeforeDays, 1, MaxRenewBeforeDays),
            ValidityYears = Whole(TrustManagerVariables.ValidityYears, 1, MaxValidityYears),
            Parent = parent,
            PathLength = parent is null || _variable(TrustManagerVariables.PathLength) is null
                ? null
                : Whole(TrustManagerVariables.PathLength, 0, SuccessorProfile.MaxPathLength),
            AllowChanges = AllowChanges(),
        };
        if (read.RenewBeforeDays >= read.ValidityYears * DaysInYear)
        {
            Add(
                TrustManagerVariables.RenewBeforeDays,
                $"less than the validity of {read.ValidityYears} years ({TrustManagerVariables.ValidityYears})");
        }

        return read;
    }

    private RenewalChange[] AllowChanges()
    {
        string[] names = _variable(TrustManagerVariables.AllowChanges)?.Split(',') ?? [];
        if (names.Any(name => RenewalChangeName.Find(name) is null))
        {
            Add(TrustManagerVariables.AllowChanges, $"some of {string.Join(", ", RenewalChangeName.All)}");
        }

        return [.. names.Select(RenewalChangeName.Find).OfType<RenewalChange>()];
    }

    private CaArn Ca(string name)
    {
        if (CaArn.TryParse(_variable(name), out var ca))
        {
            return ca;
        }

        Add(name, "arn:<partition>:acm-pca:<region>:<account>:certificate-authority/<id>");
        return NoCa;
    }

    private Uri CertificateUrl(CaArn ca)
    {
        var name = TrustManagerVariables.CaCertificateUrl;
        if (Uri.TryCreate(_variable(name), UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            && url.AbsolutePath.EndsWith($"/{ca.CaId}.cer", StringComparison.Ordinal))
        {
            return url;
        }

        Add(name, $"an http or https URL that ends with /{ca.CaId}.cer");
        return new Uri("http://unknown/");
    }

    private string Text(string name, string allowed)
    {
        if (_variable(name) is { } value)
        {
            return value;
        }

        Add(name, allowed);
        return "";
    }

    private int Whole(string name, int least, int most)
    {
        if (int.TryParse(_variable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most)
        {
            return value;
        }

        Add(name, $"a whole number from {least} to {most}");
        return least;
    }

    private void Add(string name, string allowed) =>
        _problems.Add($"{name} is {(_variable(name) is { } value ? $"'{value}'" : "missing")}; it must be {allowed}");
}
