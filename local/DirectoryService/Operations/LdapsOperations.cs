using System.Text.Json.Nodes;
using Infra.Local.DirectoryService.Features;
using Infra.Local.DirectoryService.Registrations;
using Infra.Local.DirectoryService.Requests;

namespace Infra.Local.DirectoryService.Operations;

/// <summary>EnableLDAPS, DisableLDAPS and DescribeLDAPSSettings.</summary>
public sealed class LdapsOperations(Directories directories)
{
    public JsonObject? Enable(DirectoryRequest request)
    {
        var directory = Directory(request);
        request.RequiredOneOf<LdapsType>("Type");
        directory.Change((state, now) =>
        {
            state.DemandAvailable();
            DemandStatus(state, "enabled", LdapsStatus.Disabled, LdapsStatus.EnableFailed);
            state.DemandUsableCertificate(CertificateType.ClientLDAPS, now);
            return state with { Ldaps = new LdapsFeature(LdapsStatus.Enabling, now) };
        });
        EndLater(directory);
        return null;
    }

    public JsonObject? Disable(DirectoryRequest request)
    {
        var directory = Directory(request);
        request.RequiredOneOf<LdapsType>("Type");
        directory.Change((state, now) =>
        {
            state.DemandAvailable();
            DemandStatus(state, "disabled", LdapsStatus.Enabled, LdapsStatus.EnableFailed);
            return state with { Ldaps = new LdapsFeature(LdapsStatus.Disabled, now) };
        });
        return null;
    }

    /// <remarks>UNVERIFIED: that a directory which never had LDAPS on lists nothing.</remarks>
    public JsonObject? Describe(DirectoryRequest request)
    {
        var directory = Directory(request);
        request.OneOf<LdapsType>("Type");
        JsonObject[] settings = directory.State.Ldaps is { } ldaps ? [Document(ldaps)] : [];
        return PageOfItems.Of(request, "LDAPSSettingsInfo", settings);
    }

    private static JsonObject Document(LdapsFeature ldaps)
    {
        var document = new JsonObject
        {
            ["LDAPSStatus"] = ldaps.Status.ToString(),
            ["LastUpdatedDateTime"] = Timestamp.Of(ldaps.UpdatedAt),
        };
        if (ldaps.Reason is { } reason)
        {
            document["LDAPSStatusReason"] = reason;
        }

        return document;
    }

    private static void EndLater(AwsDirectory directory)
    {
        var failure = PlannedFailures.Take(directory.Failures.LdapsEnablings);
        var status = failure is null ? LdapsStatus.Enabled : LdapsStatus.EnableFailed;
        directory.ChangeLater(
            directory.Options.LdapsEnablingTime,
            (state, at) => state.Ldaps?.Status == LdapsStatus.Enabling
                ? state with { Ldaps = new LdapsFeature(status, at, failure) }
                : state);
    }

    private AwsDirectory Directory(DirectoryRequest request)
    {
        var directory = request.DirectoryIn(directories);
        directory.DemandSupport(CertificateType.ClientLDAPS);
        return directory;
    }

    private static void DemandStatus(DirectoryState state, string wanted, params IReadOnlyList<LdapsStatus> allowed)
    {
        var status = state.Ldaps?.Status ?? LdapsStatus.Disabled;
        if (!allowed.Contains(status))
        {
            throw DirectoryErrors.Of(
                "InvalidLDAPSStatusException",
                $"LDAPS is {status} and cannot be {wanted}; it must be {string.Join(" or ", allowed)}.");
        }
    }
}
