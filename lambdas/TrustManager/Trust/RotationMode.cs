namespace Infra.TrustManager.Trust;

/// <summary>How far a scheduled run may go by itself.</summary>
public enum RotationMode
{
    /// <summary>Registers, enables, disables and removes: the directory is kept equal to its sources.</summary>
    Automatic,

    /// <summary>Registers and enables; what is to go waits for a person.</summary>
    AddOnly,

    /// <summary>Changes nothing; says what it would do.</summary>
    Report,
}
