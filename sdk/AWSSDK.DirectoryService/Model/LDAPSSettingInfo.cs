namespace Amazon.DirectoryService.Model;

/// <summary>Whether LDAPS is on, and why not.</summary>
public partial class LDAPSSettingInfo
{
    public LDAPSStatus LDAPSStatus { get; set; }

    public string LDAPSStatusReason { get; set; }

    public DateTime? LastUpdatedDateTime { get; set; }
}
